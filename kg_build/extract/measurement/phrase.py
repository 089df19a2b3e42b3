"""The noun phrase a figure measures: cut from its clause, freed of verbs, times and places, made whole.

`推动新实施技术改造项目` gives `技术改造项目`; `规上工业增加值同比` gives `规模以上工业增加值`. A phrase that is only
an attribute (`产量`, `出口`, `投资额`) belongs to the owner of the phrase before: `轴承产量` then `出口` is `轴承出口`.
"""

from __future__ import annotations

import re

__all__ = [
    "ATTRIBUTE",
    "expand",
    "is_attribute",
    "owner_of",
    "phrase_after",
    "phrase_before",
    "share_tail",
    "split_subjects",
    "starts_with_noun",
]

TAILS = (
    "工业增加值|增加值|总产值|产值|产量|销售额|销售收入|销量|主营业务收入|营业收入|业务收入|总收入|收入|利润总额|利润|税收收入|税收|"
    "固定资产投资|投资额|总投资|投资|出口金额|出口总额|出口额|出口|进出口总额|进出口|进口|总额|产量规模|规模|数量|总量|存量|增量|"
    "保有量占比|保有量|占比|比重|比例|渗透率|覆盖率|普及率|通达率|利用率|贡献率|自给率|合格率|满意度|办结率|[一-鿿]{0,2}率|"
    "单品价值|价值|面积|里程|装机容量|装机规模|装机|用电量|发电量|吞吐量|用户数|用户|融资|贷款|授信|指数|强度|能耗|余额|成交额|金额|总数|家数|人数"
)
ATTRIBUTE = re.compile(rf"(?:总|新增|年|市场|对外|综合|累计|平均)?(?:{TAILS})")
TAIL_AT_END = re.compile(rf"(?:{TAILS})$")
TIME = re.compile(
    r"^(?:(?:20\d\d年)?\d{1,2}月?(?:—|-|至|到|~)\d{1,2}月|(?:20\d\d年)?(?:前[一二三]季度|[一二三四]季度|上半年|下半年|全年)|20\d\d年(?:度)?(?:以来)?|"
    r"截至[^,]{0,10}?(?:底|末|月|日|目前)|“?十[二三四五]五”?(?:以来|期间|时期|末)|(?:过去|近|这)?[一二两三四五六七八九十\d]+年来?|今年(?:以来)?|去年|全年|目前|"
    r"到20\d\d年(?:底|末)?|年内|年均|连续[一二两三四五六七八九十\d]+年|当年|同期)"
)
PLACE = re.compile(r"^(?:全省|全市|全区|全州|全县|我省|我市|本市|本省|全社会(?=用电))(?=[一-鿿“A-Z0-9])(?!级)")
ADVERB = re.compile(
    r"^(?:\d{1,2}[、.]|[*—]+|其中|同时|此外|目前|以及|并且|并|共|已|还|再|全面|全部|成功|积极|加快|大力|率先|首次|首批|基本|稳步|持续|扎实|深入|加强|有效|"
    r"着力|全力|努力|力争|确保|争取(?=[一-鿿]*(?:增长|达到))|累计|总共|合计|共计|各类|一[是]|[二三四五六七八九]是|预计|有望|将|要|使|让|把|对|在|为|由|从|"
    r"和|与|及|、|,|;|:|的|等|均|分别|超额|省市县?联动|省市合力|分行业|精准|推动和|通过|围绕|按照|着眼)"
)
VERB = re.compile(
    r"^(?:新增培育认定|新增培育|新认定|新培育|新建成|新实施|新设立|新签约|新开工|新引进|新建|新增|净增|增加|推动|推进|实施|开展|组织实施|组织|实现|完成|建成|建设|创建|"
    r"培育形成|培育|认定|发布|公布|出台|制定|印发|修订|支持|争取|争创|遴选|推荐|启动创建|启动|部署上线|部署|突破|转化|孵化|带动|集聚|签约落地|搭建|举办|承办|"
    r"打造|形成|拥有|达成|取得|获得|获批|入选|入围|聚集|招引|引进|建立|安排|下达|兑现|兑付|发放|投放|压减|降低|减少|淘汰|关停|清退|达到|超过|突破|深入推进|巩固扩大现有|"
    r"巩固扩大|巩固|现有|谋划|聚焦|针对|确定|明确|布局|设立|组建|构建|保持|稳居|位居|提供|筹集|统筹|落实|落地|审核|总结|促进|吸引|"
    r"开通|给予|发展|壮大|扶持|办好|抓好|做好|新开|开放|投用|滚动实施|储备|新签|签订|签署|投入|提升|新改建|新排查|新招引)"
)
TRAILING = re.compile(
    r"(?:[、,;:(]|(?:按)?(?:同口径|可比口径|可比价(?:格)?|不变价)(?:计算)?|高于|低于|不低于|[较比与](?:20\d\d年|上年|去年)?(?:同期|上年|去年|年?[底末初])|居[^,、]{0,8}各(?:行业|省份?|市州?|县区?)|同比|累计|分别|合计|共计|共|达到|达|为|约|超过|超|近|突破|实现|完成|已|均|各|有|是|就|再|又|将|年均|可比|实际|总计|的|从|由|到|增至|双双|每人每[年月]|每[亩户]每?年?|精简|跃升|提升|扩大|拓展|增长到|提高到|提升到|"
    r"拓展到|扩大到|增加到|上升到|增加|保持在|保持|稳定在|控制在|维持在|调整为|等|比上年|较上年|比去年|较去年|首次|连续[一二两三四五六七八九十\d]+年|继续|持续|仍|名义|"
    r"稳居|位居|居于|居|排名|位列|列|排在|排|升至|跃居|跃升至|上升至|名列|进入|跻身|全国|全球|世界|(?:西部|中部|东部|沿海)(?:地区|省份?)?|国内|全省|同类|省份|中部|东部|各省份|,)$"
)
RIGHT_STOP = re.compile(
    r"[,;。]|以占|以及|为(?=\d)|分别|同比|(?<!稳)增长|\((?![一-鿿]{1,6}\))|(?<!\([一-鿿])(?<!\([一-鿿]{2})(?<!\([一-鿿]{3})(?<!\([一-鿿]{4})\)"
)
DOING = re.compile(r"(?:加速|加快|持续)?(?:开辟|抢占|增强|提升|助力|加速|加快|推动|带动|支撑|形成|保持|成为|达到)")
RIGHT_VERB = re.compile(
    r"(?:正式|成功|全部|顺利)?(?:开展|通过|入选|入围|进入|落地|建成|竣工|投产|启动|签约|开工|完工|列入|纳入|获评|获批|获得|上线|备案|达标|参与|实现|上榜|跻身|被评为|认定为|"
    r"属|投入使用|建设$)"
)
NOT_NOUN = re.compile(
    r"^(?:[)）]|[增降升减]至|(?:提高|提升|上升|下降|扩大|扩展|拓展|调整|增加|减少|增长|压缩|缩短|压减)(?:到|至|为)|的|左右|以上|以下|以内|,|等|和|与|及|、|增长|增加|同比|下降|占|比|较|居|高于|低于|以来|来|内|后|前|时|间)"
)
CLASSIFIED = "名单"
SHORTEST = 2
LONGEST_ATTRIBUTE = 6
SHORT_FORMS = (("规上", "规模以上"), ("技改", "技术改造"), ("营收", "营业收入"), ("GDP总量", "地区生产总值"))
QUOTE_MARKS = re.compile(r"^[”）)\s]+|[“（(\s]+$")


def expand(phrase: str) -> str:
    """Return a phrase with the usual short forms written out."""
    for short, full in SHORT_FORMS:
        if short in phrase and full not in phrase:
            phrase = phrase.replace(short, full)
    return phrase


def strip_front(text: str) -> str:
    """Take times, places, adverbs and verbs off the front of a phrase."""
    while text:
        before = text
        for pattern in (TIME, PLACE, ADVERB, VERB):
            match = pattern.match(text)
            if match and len(text) - match.end() >= SHORTEST:
                text = text[match.end() :].lstrip(",、;: ")
        if text == before:
            return text
    return text


def phrase_before(text: str) -> str:
    """Return the noun phrase at the end of what stands before a figure; empty where there is none."""
    text = text.strip(" ,;:、")
    while text:
        shorter = TRAILING.sub("", text)
        if shorter == text:
            break
        text = shorter
    text = QUOTE_MARKS.sub("", strip_front(text))
    if VERB.fullmatch(text) or ADVERB.fullmatch(text) or TIME.fullmatch(text):
        return ""
    return expand(text)


def phrase_after(text: str) -> tuple[str, int]:
    """Return the noun phrase that follows a count, and how much of the text it took.

    `22家医院开展试点` is 开展试点的医院; `10个项目落地` is 落地项目.
    """
    if NOT_NOUN.match(text):
        return "", 0
    stop = RIGHT_STOP.search(text)
    taken = text[: stop.start()] if stop else text
    taken = taken.rstrip(" ")
    phrase = taken.removesuffix(CLASSIFIED)
    doing = DOING.search(phrase, 2)
    if doing:
        phrase = phrase[: doing.start()]
    verb = RIGHT_VERB.search(phrase, 2)
    if verb:
        noun, rest = phrase[: verb.start()], phrase[verb.start() :]
        if noun and not noun.endswith(("和", "与", "的", "及")):
            phrase = rest + noun if len(rest) <= SHORTEST else f"{rest}的{noun}"
    return expand(phrase.rstrip("为达超")), len(taken)


def starts_with_noun(text: str) -> bool:
    """Tell whether a clause opens with a noun: no time, verb or adverb is taken off its front."""
    return bool(text) and phrase_before(text) == expand(text.strip()) and not text.endswith(("达", "达到", "为", "超"))


def is_attribute(phrase: str) -> bool:
    """Tell whether a phrase is an attribute that needs an owner."""
    return len(phrase) <= LONGEST_ATTRIBUTE and ATTRIBUTE.fullmatch(phrase) is not None


def owner_of(phrase: str) -> str:
    """Return a phrase without its attribute: 轴承产量 -> 轴承."""
    phrase = phrase.removesuffix("数") if not phrase.endswith("指数") else phrase
    owner = TAIL_AT_END.sub("", phrase)
    owner = owner.removesuffix("规模以上").removesuffix("规上")
    return owner if len(owner) >= SHORTEST else phrase


def split_subjects(phrase: str) -> list[str]:
    """Split a list of subjects at 、 and at 和, 与, 及 between them."""
    parts = [part for part in re.split(r"、|以及|和|与|及", phrase) if part]
    return [part for part in parts if len(part) >= SHORTEST] if len(parts) > 1 else parts


def share_tail(parts: list[str]) -> list[str]:
    """Give each member of a list the attribute of the last and the 规模以上 of the first.

    `高技术制造业`, `装备制造业增加值` become `高技术制造业增加值`, `装备制造业增加值`.
    """
    tail = TAIL_AT_END.search(parts[-1])
    prefix = "规模以上" if parts[0].startswith("规模以上") else ""
    whole = []
    for part in parts:
        named = part if TAIL_AT_END.search(part) or not tail or tail.start() == 0 else part + tail[0]
        whole.append(named if not prefix or named.startswith(prefix) else prefix + named)
    return whole
