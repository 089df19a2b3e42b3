"""Industrial clusters: `江州轴承、云溪丝绸2个集群入选国家先进制造业集群` states two, both national."""

from kg_build.extract.cluster.extractor import RULES, extract

__all__ = ["RULES", "extract"]
