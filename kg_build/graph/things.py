"""What the other kinds of statement write: the thing they speak of, what they carry, and the links they warrant.

江州市, 2025, target, `轴承集群` gives a `cnip:Cluster`, the pairs of a `cnip:ClusterStatement`, and 江州市
`cnip:plansCluster` 轴承集群. Where the region is unknown the thing is described, and nothing is linked to a place.
Which thing a name means, `identity` says; the thing bears the preferred name, and has as other names those it was found
by.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from kg_build.extract.initiative.code import agreement_of
from kg_build.extract.initiative.version import version_of
from kg_build.graph.document_graph import ALTERNATIVE, LABEL, PREFERRED, DocumentGraph, a
from kg_build.graph.periods import period_iri
from kg_build.graph.terms import canonical_name, choices, code_slug, digest, literal, predicate, resource, typed
from kg_build.identity.group import code_in
from kg_build.identity.ledger import place_key
from kg_build.model import Action, Agreement, AwardLevel, InitiativeName, Level, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg_build.identity import Entity
    from kg_build.model import (
        Cluster,
        Component,
        Cooperation,
        Designation,
        DocumentStatement,
        Industry,
        Initiative,
    )

__all__ = [
    "cluster_pairs",
    "cooperation_pairs",
    "designation_pairs",
    "document_pairs",
    "industry_pairs",
    "initiative_pairs",
]

NOWHERE = "unknown"
"""Stands for the region in the IRI of a region's thing where the region is unknown."""

Pairs = list[str]

NAME, TARGETS_INDUSTRY = predicate("cnip:name"), predicate("cnip:targetsIndustry")
PART_OF, VERSION, IS_VERSION_OF = map(predicate, ("cnip:partOf", "cnip:version", "dcterms:isVersionOf"))

AN_INITIATIVE, A_COMPONENT, A_CLUSTER = a("cnip:Initiative"), a("cnip:Component"), a("cnip:Cluster")
A_DESIGNATION, A_COOPERATION = a("cnip:Designation"), a("cnip:Cooperation")
A_POLICY = a("cnip:PolicyDocument", "eli:LegalResource")

INITIATIVE, CODE, STATES_COMPONENT = map(predicate, ("cnip:initiative", "cnip:code", "cnip:statesComponent"))
HAS_INITIATIVE, HAS_COMPONENT = predicate("cnip:hasInitiative"), predicate("cnip:hasComponent")
AGREEMENT = choices("cnip:codeAgreement", "agreement", Agreement)
NOTATION, COUNT, MEMBER = predicate("skos:notation"), predicate("cnip:count"), predicate("cnip:member")

POLICY, DOCUMENT_TITLE = predicate("cnip:policyDocument"), predicate("cnip:title")
ACTION = choices("cnip:action", "action", Action)
PUBLISHER, SPATIAL, TEMPORAL = map(predicate, ("dcterms:publisher", "dcterms:spatial", "dcterms:temporal"))
ISSUED, DRAFTS, IMPLEMENTS = map(predicate, ("cnip:issued", "cnip:drafts", "cnip:implements"))
POLICY_LINKS = {"drafting": DRAFTS, "implementing": IMPLEMENTS}
"""Every other action issues the document, where it is done; where it is a target, the document is being drafted."""

INDUSTRY, INDUSTRY_TEXT = predicate("cnip:industry"), predicate("cnip:industryText")
ROLE = choices("cnip:role", "role", Role)
PROMOTES_INDUSTRY = predicate("cnip:promotesIndustry")
CLUSTER, CLUSTER_INDUSTRY = predicate("cnip:cluster"), predicate("cnip:clusterIndustry")
LEVEL = choices("cnip:level", "level", Level)
LOCATED_IN, ENTERED_LIST = predicate("cnip:locatedIn"), predicate("cnip:enteredList")
IN_INDUSTRY, HOSTS_CLUSTER, PLANS_CLUSTER = map(
    predicate, ("cnip:inIndustry", "cnip:hostsCluster", "cnip:plansCluster")
)
DESIGNATION, HOLDS_DESIGNATION, SEEKS_DESIGNATION = map(
    predicate, ("cnip:designation", "cnip:holdsDesignation", "cnip:seeksDesignation")
)
AWARD_LEVEL = choices("cnip:level", "level", AwardLevel)
BATCH, EDITION = predicate("cnip:batch"), predicate("cnip:edition")
CENTRED = "cooperation.linked"
"""The rule of cooperations of one region with others."""

COOPERATION, PARTNER, COOPERATES_WITH = map(predicate, ("cnip:cooperation", "cnip:partner", "cnip:cooperatesWith"))


def describe(graph: DocumentGraph, iri: str, classes: Sequence[str], entity: Entity, name: str) -> None:
    """Give a thing its class, its label, and the name that it was found by, where that is another."""
    graph.add_once(iri, (*classes, PREFERRED + literal(entity.name, "zh")))
    if (found := canonical_name(name)) != entity.name:
        graph.add_once(iri, (ALTERNATIVE + literal(found, "zh"),))


def initiative_pairs(graph: DocumentGraph, statement: Initiative, region: str) -> Pairs:
    """Return what an initiative's statement carries; one with a code is known by it, whatever else it is called."""
    entity = entity_of(graph, statement, InitiativeName(statement.name, statement.code))
    path = initiative_path(entity)
    iri = resource("initiative", path)
    describe(graph, iri, AN_INITIATIVE, entity, statement.name)
    code = entity.name if entity.is_code else statement.code
    if code and (entity.is_code or code == code_in(entity.name)):
        graph.add_once(iri, (NOTATION + literal(code),))
    also = [alias for one in statement.aliases if (alias := canonical_name(one)) != entity.name]
    graph.add_once(iri, [ALTERNATIVE + literal(alias, "zh") for alias in also])
    outer = {initiative_path(entity_of(graph, statement, named)) for named in statement.part_of} - {path}
    graph.add_once(iri, [PART_OF + resource("initiative", whole) for whole in sorted(outer)])
    if not entity.is_code:
        add_version(graph, statement, iri)
    if region:
        graph.add_once(region, (HAS_INITIATIVE + iri,))
    components = [add_component(graph, iri, path, component) for component in statement.components]
    pairs = [INITIATIVE + iri, NAME + literal(statement.name)]
    if statement.code:
        pairs.append(CODE + literal(statement.code))
        agreement = agreement_of(statement.code, [component.count for component in statement.components])
        if agreement:
            pairs.append(AGREEMENT[agreement])
    return pairs + [STATES_COMPONENT + component for component in components]


def entity_of(graph: DocumentGraph, statement: Initiative, named: InitiativeName) -> Entity:
    """Return what a name or a code means in the region of an initiative's statement."""
    return graph.lexicon.identities.entity("initiative", statement.region_key, named.name, named.code)


def initiative_path(entity: Entity) -> str:
    """Return the end of the IRI of an initiative: the region, and the code or a hash of the name."""
    return f"{entity.region or NOWHERE}/{code_slug(entity.name) if entity.is_code else f'n-{digest(entity.name)}'}"


def add_version(graph: DocumentGraph, statement: Initiative, iri: str) -> None:
    """Link an initiative whose name ends with a version (行动计划2.0) to what it is a version of, and tell which."""
    name, version = version_of(statement.name)
    if not version:
        return
    entity = entity_of(graph, statement, InitiativeName(name))
    whole = resource("initiative", initiative_path(entity))
    if whole != iri:
        describe(graph, whole, AN_INITIATIVE, entity, name)
        graph.add_once(iri, (IS_VERSION_OF + whole, VERSION + literal(version)))


def add_component(graph: DocumentGraph, initiative: str, path: str, component: Component) -> str:
    """Describe a component of an initiative and return its IRI; members that are industries are linked to."""
    count = "" if component.count is None else str(component.count)
    iri = resource("component", digest(path, count, component.label, *component.members))
    pairs = [*A_COMPONENT, LABEL + literal(component.label or "、".join(component.members) or count, "zh")]
    if count:
        pairs.append(COUNT + typed(count, "xsd:integer"))
    pairs += [MEMBER + literal(member) for member in component.members]
    keys = {key for member in component.members if (key := graph.lexicon.ground_industry(member))}
    industries = [TARGETS_INDUSTRY + resource("industry", key) for key in sorted(keys)]
    graph.add_once(iri, pairs + industries)
    graph.add_once(initiative, [HAS_COMPONENT + iri, *industries])
    return iri


def document_pairs(graph: DocumentGraph, statement: DocumentStatement, region: str) -> Pairs:
    """Return what a document's statement carries.

    A document is known by its title and the places in the title, so that reports of several regions that carry out one
    text speak of one document; where the title names no place, by the region of the statement.
    """
    place = place_key(statement.place_keys) or statement.region_key
    entity = graph.lexicon.identities.entity("document", place, statement.title)
    iri = resource("policy", digest(entity.region, entity.name))
    describe(graph, iri, A_POLICY, entity, statement.title)
    graph.add_once(iri, [PUBLISHER + literal(publisher) for publisher in statement.publishers])
    regions = map(graph.region, statement.places, statement.place_keys)
    graph.add_once(iri, [SPATIAL + one for one in regions if one])
    if statement.period_start or statement.period_end:
        graph.add_once(iri, (TEMPORAL + period_iri(graph, statement.period_start, statement.period_end),))
    if region:
        link = POLICY_LINKS.get(statement.action, DRAFTS if statement.status == "target" else ISSUED)
        graph.add_once(region, (link + iri,))
    return [POLICY + iri, DOCUMENT_TITLE + literal(statement.title), ACTION[statement.action]]


def industry_pairs(graph: DocumentGraph, statement: Industry, region: str) -> Pairs:
    """Return what an industry's statement carries."""
    iri = graph.industry(statement.industry, statement.concept)
    if region:
        graph.add_once(region, (PROMOTES_INDUSTRY + iri,))
    return [INDUSTRY + iri, INDUSTRY_TEXT + literal(statement.industry), ROLE[statement.role]]


def cluster_pairs(graph: DocumentGraph, statement: Cluster, region: str) -> Pairs:
    """Return what a cluster's statement carries."""
    entity = graph.lexicon.identities.entity("cluster", statement.region_key, statement.name)
    iri = resource("cluster", f"{entity.region or NOWHERE}/{digest(entity.name)}")
    describe(graph, iri, A_CLUSTER, entity, statement.name)
    if region:
        graph.add_once(region, ((PLANS_CLUSTER if statement.status == "target" else HOSTS_CLUSTER) + iri,))
    pairs = [CLUSTER + iri, NAME + literal(statement.name), LEVEL[statement.level]]
    if statement.industry:
        industry = graph.industry(statement.industry, graph.lexicon.ground_industry(statement.industry))
        graph.add_once(iri, (IN_INDUSTRY + industry,))
        pairs.append(CLUSTER_INDUSTRY + industry)
    cities = map(graph.region, statement.cities, statement.city_keys)
    graph.add_once(iri, [LOCATED_IN + city for city in cities if city])
    if statement.entered:
        pairs.append(ENTERED_LIST + literal(statement.entered))
    return pairs


def designation_pairs(graph: DocumentGraph, statement: Designation, region: str) -> Pairs:
    """Return what a designation's statement carries; one designation may be held by many regions."""
    entity = graph.lexicon.identities.entity("designation", "", statement.name)
    iri = resource("designation", digest(entity.name))
    describe(graph, iri, A_DESIGNATION, entity, statement.name)
    if region:
        graph.add_once(region, ((SEEKS_DESIGNATION if statement.status == "target" else HOLDS_DESIGNATION) + iri,))
    pairs = [DESIGNATION + iri, NAME + literal(statement.name), AWARD_LEVEL[statement.level]]
    if statement.batch is not None:
        pairs.append(BATCH + typed(str(statement.batch), "xsd:integer"))
    if statement.edition is not None:
        pairs.append(EDITION + typed(f"{statement.edition:04d}", "xsd:gYear"))
    return pairs


def cooperation_pairs(graph: DocumentGraph, statement: Cooperation, region: str) -> Pairs:
    """Return what a cooperation's statement carries; its partners are linked to each other, both ways.

    Those with whom one region cooperates (与江北、江南合作) are linked to that region alone.
    """
    entity = graph.lexicon.identities.entity("cooperation", place_key(statement.region_keys), statement.name)
    iri = resource("cooperation", digest(entity.name, *sorted(statement.region_keys)))
    describe(graph, iri, A_COOPERATION, entity, statement.name)
    named = zip(statement.regions, statement.region_keys, strict=True)
    partners = [partner for one in named if (partner := graph.region(*one))]
    has_centre = region in partners and statement.evidence[0].rule == CENTRED
    for partner, other in permutations(partners, 2):
        if not has_centre or region in {partner, other}:
            graph.add_once(partner, (COOPERATES_WITH + other,))
    return [COOPERATION + iri, NAME + literal(statement.name), *(PARTNER + partner for partner in partners)]
