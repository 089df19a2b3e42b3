"""Regions that act together: `东岭、西川共建“绿氢走廊”`, `同江北地区联动发展`, `江云先进制造业合作产业园`."""

from kg_build.extract.cooperation.extractor import RULES, extract

__all__ = ["RULES", "extract"]
