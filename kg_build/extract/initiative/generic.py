"""Words that name nothing of their own in a name, and words that say how a mechanism or a reform works."""

from __future__ import annotations

import functools
import re

from kg_build.extract.word_list import read_words

__all__ = ["REFORMED", "is_generic", "is_generic_work", "is_specific", "working_words"]

REFORMED = re.compile(
    r"市场化|集成|出让|审批|准入|登记|确权|定价|评价|核准|备案|承诺|分级|分类|梯度|配置|入市|增值化|标准地|一体化|评审|招标|薪酬|用人|"
    r"授权|付费|亩均|投融资|代表性|经营权|便利化|使用权|所有权|分置|政企分开|政企分离|权益|统筹层次|收益管理|收益分配|省级统筹|全国统筹|(?<!领域)价格|价值化|预算|综合配套|职称评定|经费管理|整合优化"
)
FIELD_REFORM = re.compile(r"(?:制度|体制|领域|综合|体系|系统)$")


@functools.cache
def generic_words(*, works: bool = False) -> re.Pattern[str]:
    """Return the pattern of a modifier that names nothing, made of generic words and counts only.

    `works`: with the words that name nothing in a public work alone (供水[管网]).
    """
    listed = [word for word, group in read_words("initiative-generic").items() if works or group != "work"]
    words = sorted(listed, key=lambda word: (-len(word), word))
    generic = "|".join(map(re.escape, words))
    return re.compile(rf"(?:{generic}|[和与及、]|[\d一二三四五六七八九十百两]+[大项个批类条]?)*")


@functools.cache
def working_words() -> re.Pattern[str]:
    """Return the pattern of the words that say how a mechanism works."""
    return re.compile("|".join(map(re.escape, read_words("mechanism-words"))))


def is_generic(modifier: str) -> bool:
    """Tell whether a modifier names nothing: 重点, 各类重大, 三大."""
    return generic_words().fullmatch(modifier) is not None


def is_generic_work(modifier: str) -> bool:
    """Tell whether the words before the noun of a public work name nothing: 老旧供水[管网]."""
    return generic_words(works=True).fullmatch(modifier) is not None


def is_specific(reform: str) -> bool:
    """Tell whether the words before 改革 say what it changes, beyond the field it is in."""
    named = reform.removesuffix("改革")
    return REFORMED.search(reform) is not None and not FIELD_REFORM.search(
        named.removesuffix("制度") if "、" in named else named
    )
