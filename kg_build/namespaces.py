"""Every namespace prefix of the project, once. Turtle and query files must use these and no others."""

__all__ = ["CNIP", "ID", "PREFIXES", "compact", "expand"]

CNIP = "https://w3id.org/cnip/ontology/"
ID = "https://w3id.org/cnip/id/"

PREFIXES: dict[str, str] = {
    "cnip": CNIP,
    "id": ID,
    "action": ID + "action/",
    "agreement": ID + "agreement/",
    "cluster": ID + "cluster/",
    "comparator": ID + "comparator/",
    "component": ID + "component/",
    "cooperation": ID + "cooperation/",
    "dataset": ID + "dataset/",
    "designation": ID + "designation/",
    "graph": ID + "graph/",
    "indicator": ID + "indicator/",
    "industry": ID + "industry/",
    "initiative": ID + "initiative/",
    "kind": ID + "kind/",
    "level": ID + "level/",
    "measure-unit": ID + "unit/",
    "month": ID + "month/",
    "period": ID + "period/",
    "policy": ID + "policy/",
    "region": ID + "region/",
    "role": ID + "role/",
    "rule": ID + "rule/",
    "scheme": ID + "scheme/",
    "source": ID + "source/",
    "statement": ID + "statement/",
    "status": ID + "status/",
    "dcterms": "http://purl.org/dc/terms/",
    "dt": "https://w3id.org/cnip/datatype/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "gbt4754": ID + "gbt4754-2017/",
    "gn": "https://sws.geonames.org/",
    "isic4": "https://unstats.un.org/classifications/ISIC/rev4/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "unit": "http://qudt.org/vocab/unit/",
    "wd": "http://www.wikidata.org/entity/",
    "wdi": "https://data.worldbank.org/indicator/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

LONGEST_FIRST = sorted(PREFIXES.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def compact(iri: str) -> str:
    """Return the prefixed name of an IRI, or the IRI where no prefix fits."""
    for prefix, namespace in LONGEST_FIRST:
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def expand(curie: str) -> str:
    """Return the IRI of a prefixed name. Raises KeyError for an unknown prefix."""
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local
