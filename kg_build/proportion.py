"""Figures that have no unit of their own: 四成以上, 近1/5, 每4辆就有1辆, 第13位, 前8, 首位, 翻一番, 2.3:1, 指数达128.

Fractions are given in percent, ranks in 位; to double (翻一番) is to grow by once as much, 1 倍, and to double twice by
3 倍; a ratio to one is given in 倍, as is a ratio of incomes (收入比由2.3缩小到2.2); an index has an empty unit.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kg_build.figure import Figure, hedge_after, hedge_before, hedge_of_share
from kg_build.model import Comparator
from kg_build.numeral import DIGITS, chinese_number, numeral
from kg_build.three_shares import SIGN_OF_THREE, find_three_shares

__all__ = ["find_proportions"]

MOVES_TO = "(?:升|上升|提升|跃升|前移|前进|进|跃|下降|降|退)[至到]第"
MOVES_ON = re.compile(MOVES_TO)
ORDINAL_UNITS = re.compile(
    rf"第(?P<number>\d{{1,4}}+|[一二三四五六七八九十]{{1,3}}+)(?P<unit>位|名)?(?=[,。;、:)”\s]|$|(?<=[位名])|城|{MOVES_TO})"
)
RANKED = re.compile(
    r"全国|全省|全市|全球|世界|国内|[东中西]部|居|列|排|位|保持|跃|升|首|次|省份|城市|沿海|同类|[省市区]第"
)
TOP = re.compile(
    r"(?<![提超跨之目以当])前(?P<number>\d{1,4}+|[一二三四五六七八九十两]{1,3}+)(?:位|名|强)?(?!多?余?[个年季期月述半年轮批大项届%‰‱])"
)
FIRST = re.compile(
    r"首位(?!度)|榜首|(?<=[居列])(?:全[国省市球]|世界|国内|同类|沿海|各|[东中西]部)[^,。;:\d]{0,10}?之首"
)
TENTHS = re.compile(
    r"(?:(?<![一二两三四五六七八九十\d])(?P<low>[一二两三四五六七八])[至到—~-]?)?"
    r"(?P<number>[一二两三四五六七八九]|(?<![\d.,])[1-9])成(?P<digit>半|[一二三四五六七八九](?![一二三四五六七八九十百千万亿个大类项家条年成分户人名]))?"
    r"(?![为立果功员本都就绩品型效长分套建交])"
)
PARTS = re.compile(
    r"(?P<below>[二三四五六七八九十百千万]{1,6}+)分之(?P<above>[一二两三四五六七八九十百零点]{1,9}+|\d{1,4}+(?:\.\d{1,4}+)?)"
    r"|(?<![\d/])(?P<top>\d{1,4}+)/(?P<bottom>\d{1,4}+)(?![\d/])"
)
EVERY = re.compile(r"每(?P<bottom>\d{1,6})(?P<unit>[辆台个家件部艘架人])[^,。;]{0,12}?就?有(?P<top>\d{1,6})(?P=unit)")
ZERO = re.compile(r"零增长(?!点|极|”?(?:专项)?(?:行动|计划|目标|战略))")
TWO_DIGIT = re.compile(r"两位数(?=增长|增速|以上)|双位数(?=增长)")
HALF = re.compile(
    r"(?:(?<=[占过达近有超减缩])|(?<=占到)|(?<=国)|(?<=全[省市])|(?<=总[值额量数]的)|(?<=占比)|(?<=不到)|(?<=不足)|(?<=减少)|(?<=降低)|(?<=下降)|(?<=缩短))(?:一半|半数)|(?:一半|半数)(?=以上)"
    r"|(?:(?<=[占比率重])|(?<=[比率重]首次)|(?<=[比率重]已))过半"
)
DOUBLED = re.compile(r"翻(?:了|近|约|将近)*(?P<times>[一两二三四])?番(?!半)")
RATIO = re.compile(r"(?<![\d.:])(?P<part>\d{1,4}+(?:\.\d{1,4}+)?):1(?![\d.:])")
INDEX = re.compile(
    r"指数(?:同比|已|预计|将|均)*(?:达到?|为|升至|升到|提升至|提升到|提高到|提高至|上升到|上升至)?(?P<points>\d{1,4}+(?:\.\d{1,4}+)?)(?=[,。;、)\n]|$|,|左右|以上)"
)
INCOMES = re.compile(
    r"收入(?:之?比|倍差|比值)(?:由|从|已|为|达到?|至|到|缩小|下降|降低?|收窄|20\d\d年[末底]?的?)*"
    r"(?P<points>\d{1,2}+(?:\.\d{1,4}+)?)(?=[,。;、)\n]|$|缩|降|下降|减|收窄|以内|左右)"
)
INCOMES_LATER = re.compile(
    r"(?<=\d)(?:缩小|下降|降低?|收窄|缩减|减少?)(?:到|至|为)(?P<points>\d{1,2}+(?:\.\d{1,4}+)?)(?=[,。;、)\n]|$|以内|左右)"
)
PLACED = re.compile(r"[放摆]在(?:更加)?(?:突出|优先)?(?:的)?$|作为$|当作$|列为$|视为$|看作$")
STRONG_OR_WEAK: dict[str, Comparator] = {"强": "gt", "弱": "lt"}
STRONG = re.compile(r"[强弱](?![一-鿿])")
HUNDRED = 100
FIRST_TIME = "首次"
WHOLE = ("全国", "全省", "全市")
FORMS = (
    (EVERY, frozenset({"每"})),
    (PARTS, frozenset({"分之", "/"})),
    (TENTHS, frozenset({"成"})),
    (ORDINAL_UNITS, frozenset({"第"})),
    (TOP, frozenset({"前"})),
    (FIRST, frozenset({"首位", "榜首", "之首"})),
    (TWO_DIGIT, frozenset({"位数"})),
    (ZERO, frozenset({"零"})),
    (HALF, frozenset({"半"})),
    (DOUBLED, frozenset({"翻"})),
    (RATIO, frozenset({":1"})),
    (INDEX, frozenset({"指数"})),
    (INCOMES, frozenset({"收入"})),
    (INCOMES_LATER, frozenset({"收入"})),
)
SIGN = re.compile(
    r"""
    每(?=\d) | 半(?<=[一过]半) | 半(?=数) | 分之 | /(?=\d)
    | 成(?<=[一二两三四五六七八九1-9]成)
    | 第(?=[\d一二三四五六七八九十])
    | 前(?=[\d一二三四五六七八九十两])
    | 首位 | 榜首 | 之首 | 位数(?<=[两双]位数) | 零(?=增长)
    | 翻(?=[一两二三四了近约将番]) | :1(?!\d) | :(?=\d) | 收入(?=之?比|倍差) | 指数(?=[达为升提上同已预将均\d])
    """,
    re.VERBOSE,
)
"""What each form has in it, found in one search: every branch starts with a literal."""


def find_proportions(plain: str, start: int, end: int) -> list[Figure]:
    """Return the fractions and ranks of `plain[start:end]`, form by form."""
    found: list[Figure] = []
    signs = SIGN.findall(plain, start, end)
    if not signs:
        return found
    for pattern, signs_of_form in FORMS:
        if signs_of_form.isdisjoint(signs):
            continue
        for match in pattern.finditer(plain, start, end):
            if pattern is ORDINAL_UNITS and not is_ranked(match, plain):
                continue
            if pattern in (ORDINAL_UNITS, FIRST) and PLACED.search(plain, max(0, match.start() - 8), match.start()):
                continue
            if pattern is RATIO and plain.find("比", max(0, match.start() - 24), match.start()) < 0:
                continue
            if pattern is INCOMES_LATER and not INCOMES.search(plain, max(start, match.start() - 24), match.start()):
                continue
            figure = special_figure(pattern, match, plain)
            if figure:
                found.append(figure)
    if SIGN_OF_THREE in signs:
        found += find_three_shares(plain, start, end)
    return found


def special_figure(pattern: re.Pattern[str], match: re.Match[str], plain: str) -> Figure | None:
    """Return the figure of a fraction, a rank or a bound that has no unit of its own."""
    start, end = match.span()
    if pattern is EVERY:
        if int(match["bottom"]) == 0:
            return None
        value = round(Decimal(match["top"]) * 100 / Decimal(match["bottom"]), 2)
        return Figure(start, start, end, value.normalize() + 0, "%", "eq", "part", match[0])
    if pattern in (INCOMES, INCOMES_LATER):
        core = match.start("points")
        end, comparator, _ = hedge_after(plain, end, "eq")
        return Figure(core, core, end, Decimal(match["points"]), "倍", comparator, "multiple", plain[core:end])
    if pattern in (DOUBLED, RATIO):
        written: Comparator = "approx" if "近" in match[0] or "约" in match[0] else "eq"
        times = Decimal(match["part"]) if pattern is RATIO else times_more(match["times"])
        core = start
        start, written = hedge_before(plain, core, written) if pattern is RATIO else (core, written)
        end, comparator, _ = hedge_after(plain, end, written)
        return Figure(start, core, end, times, "倍", comparator, "multiple", match[0])
    if pattern is INDEX:
        core = match.start("points")
        end, comparator, _ = hedge_after(plain, end, "eq")
        return Figure(core, core, end, Decimal(match["points"]), "", comparator, "index", plain[core:end])
    if pattern is FIRST:
        return Figure(start, start, end, Decimal(1), "位", "eq", "rank", match[0])
    if pattern is ZERO:
        return Figure(start, start, end, Decimal(0), "%", "eq", "percent", "零增长")
    if pattern is TWO_DIGIT:
        return Figure(start, start, end, Decimal(10), "%", "gt", "percent", match[0])
    if pattern in (ORDINAL_UNITS, TOP):
        number = numeral(match["number"])
        if number is None or number == 0:
            return None
        return Figure(start, start, end, Decimal(number), "位", "lt" if pattern is TOP else "eq", "rank", match[0])
    return hedged_fraction(pattern, match, plain)


def hedged_fraction(pattern: re.Pattern[str], match: re.Match[str], plain: str) -> Figure | None:
    """Return the figure of a fraction with its hedges; None for a top part (前万分之一) and what has no value."""
    core, end = match.span()
    value, lower = fraction(pattern, match)
    if value is None or plain[core - 1] == "前":
        return None
    start, comparator = hedge_of_half(plain, core) if pattern is HALF else hedge_before(plain, core, "eq")
    if pattern is not HALF and STRONG.match(plain, end):
        end, comparator = end + 1, STRONG_OR_WEAK[plain[end]]
    end, comparator, _ = hedge_after(plain, end, comparator)
    if lower is not None:
        return Figure(start, core, end, lower, "%", "gt", "part", match[0], lower, value)
    if comparator == "eq":
        comparator = hedge_of_share(plain, start)
    return Figure(start, core, end, value, "%", comparator, "part", match[0])


def hedge_of_half(plain: str, core: int) -> tuple[int, Comparator]:
    """Return where the hedge of a half starts and what it says: 过半, 不到一半, 超过全国一半."""
    if plain[core - 1] == "过" and not plain.endswith("超过", 0, core):
        return core - 1, "gt"
    if plain[core] == "过":
        return core - len(FIRST_TIME) if plain.endswith(FIRST_TIME, 0, core) else core, "gt"
    if plain.endswith(WHOLE, 0, core):
        return core, hedge_before(plain, core - len(WHOLE[0]), "eq")[1]
    return hedge_before(plain, core, "eq")


def fraction(pattern: re.Pattern[str], match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """Return the value of a fraction in percent, or None, and the lower end of a range (两三成)."""
    if pattern is HALF:
        return Decimal(50), None
    if pattern is TENTHS:
        tens, low, digit = (tenths(match[group] or "") for group in ("number", "low", "digit"))
        if not match["low"]:
            return Decimal(tens * 10 + (5 if match["digit"] == "半" else digit)), None
        return (Decimal(tens * 10), Decimal(low * 10)) if low < tens and not match["digit"] else (None, None)
    if match["below"]:
        below, above = chinese_number(match["below"]), decimal_numeral(match["above"])
        if not below or above is None:
            return None, None
        return round(Decimal(above) * 100 / Decimal(below), 2 if below <= HUNDRED else 4).normalize() + 0, None
    if Decimal(match["bottom"]) == 0:
        return None, None
    return round(Decimal(match["top"]) * 100 / Decimal(match["bottom"]), 2).normalize() + 0, None


def tenths(digit: str) -> int:
    """Return the number of a digit, Chinese or not; 0 for none and for 半."""
    return int(digit) if digit.isascii() and digit.isdigit() else DIGITS.get(digit, 0)


def times_more(numeral_of_times: str | None) -> Decimal:
    """Return by how many times more something is that doubled so often: twice doubled is 3 times more."""
    return Decimal(2 ** (DIGITS[numeral_of_times] if numeral_of_times else 1) - 1)


def decimal_numeral(text: str) -> Decimal | None:
    """Return the value of a Chinese numeral with a decimal point: 六点五 is 6.5."""
    if text[0].isdigit():
        return Decimal(text)
    whole, _, rest = text.partition("点")
    value = numeral(whole)
    if value is None or any(digit not in DIGITS for digit in rest):
        return None
    return Decimal(f"{value}.{''.join(str(DIGITS[digit]) for digit in rest) or '0'}")


def is_ranked(match: re.Match[str], plain: str) -> bool:
    """Tell whether an ordinal is a rank: it says 位 or 名, it moves to another, or words of standing come before it."""
    return (
        match["unit"] is not None
        or MOVES_ON.match(plain, match.end()) is not None
        or RANKED.search(plain, max(0, match.start() - 16), match.start()) is not None
    )
