"""How times are spelt: `1—11月`, `前八个月`, `三季度`, `“十四五”期间`, written once for all that read or skip them.

`period` dates a time by the groups of these patterns. Whoever only skips one takes `ANY_PART`, which has no groups.
"""

from __future__ import annotations

import re

__all__ = ["ANY_PART", "ANY_PLAN", "ANY_SPAN", "FEW_YEARS", "PART_OF_YEAR", "PLAN_NAME", "TO", "UNCOMPARED", "YEAR"]

YEAR = r"20\d\d年"
TO = r"(?:—|-|至|到|~)"
NUMERALS = "一二两三四五六七八九十"
PLAN_NAME = "十[一二三四五]五"
UNCOMPARED = r"(?<![较比与])(?<![较比与][去上]年)(?<![较比与]20\d\d年)(?<![较比与]“)"
"""Before a time: nothing is compared with it."""

OPENS_CLAUSE = r"(?:(?<![^,。;:(\s\d]\d月)(?<![^,。;:(\s]\d\d月)|(?<=年\d月)|(?<=年\d\d月))"
"""Behind a month: it opens its clause, or its year stands before it."""

PART_OF_YEAR = rf"""
    (?<!\d)(?P<from>\d{{1,2}})月?{TO}(?P<to>\d{{1,2}})月份?(?!\d)
    | (?<![提目])前(?P<first>\d{{1,2}}|[{NUMERALS}]{{1,2}})个?月(?!\d|[底末])份?
    | (?<![\d—至到~-])(?P<monthend>\d{{1,2}})月[底末](?:之?前)?(?![,。;:、)])
    | (?<![\d—至到~-])(?P<single>\d{{1,2}})月(?:份|当月|{OPENS_CLAUSE}(?=,|[^\d\W底末初上中下旬以之前起后至到和内间]))
    | (?P<half>[上下])半年
    | 前(?P<quarters>[一二两三])个?季度
    | 第?(?P<quarter>[一二三四])季度
"""
FEW_YEARS = rf"""
    (?<![{NUMERALS}百\d第每])(?P<few>[二两三四五六七八九十]|[2-9])年
    (?:来(?!首次|最)|(?=累计|净增|共|新增(?!长)|间|分别)|(?<=[三四五]年)(?=超过?\d|突破\d|达到?\d)|(?=(?:增长|下降|提高|增加|减少)\d|翻(?:了?[一两三])?番)
      |(?<=[,。;:、\n]五年)(?=全省|全市|城镇|实际|完成|建成|投入|新建|培育|引进|改造|解决|发放|培训))
"""


def bare(pattern: str) -> str:
    """Return a pattern on one line, without its groups' names."""
    return re.sub(r"\?P<\w+>", "?:", re.sub(r"\s+", "", pattern))


ANY_PART = f"(?:{YEAR})?(?:{bare(PART_OF_YEAR)}|全年度?)"
"""A part of a year, with its year where that is given."""

ANY_PLAN = rf"“?{PLAN_NAME}”?(?:以来|期间|时期|末)"
ANY_SPAN = rf"20\d\d年?{TO}20\d\d年(?:期?间)?"
