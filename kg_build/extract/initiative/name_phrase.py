"""Where a name begins: walk back from its head noun to the verb that governs it.

In `大力实施江州轴承产业振兴行动` the head is 行动 and the name starts after 实施. Quoted parts, titles and short
brackets are masked first, so that their own words neither start nor end anything. A word that is verb and noun alike
(建设, 推广, 提升) governs only where it opens the clause or follows an adverb: `加快建设绿谷工程`, but `应用推广中心`.
"""

from __future__ import annotations

import re

import msgspec

__all__ = ["BOUNDARY", "NamePhrase", "clean_name", "mask", "skip_opening", "verb_and_start"]

INNER_TITLE = r"《[^《》\n]{1,80}(?:《[^《》\n]{1,80}》[^《》\n]{0,80})?》"
QUOTED = re.compile(
    rf"“[^“”\n]{{1,60}}”|《(?!》)[^《》\n]{{0,80}}(?:{INNER_TITLE}[^《》\n]{{0,80}}){{0,2}}》|\([^()\n]{{1,60}}\)"
)
"""What is hidden: quotes, brackets, and titles, which may hold titles."""
FILLS = {"“": "□", "《": "■", "(": "○"}

# Verbs that do not stand inside names.
VERBS = (
    "实施|施行|推行|推进|推动|开展|启动|打造|构建|创建|组建|筹建|(?<!创)新建(?!设)|设立|建立|健全|完善|落实|深化|"
    "坚持|探索|举办|创办|承办|主办|协办|召开|参与|参加|用好|用足|抓好|抓实|打好|做好|做实|做强|做优|做大|办好|建好|"
    "(?<!共)建成|建强|打响|打赢|围绕|聚焦|锚定|按照|根据|依托|通过|助推|助力|鼓励|出台|印发|制定|编制|修订|谋划|筹备(?![组办委])|筹备(?!组|办|委)|"
    "入选|入围|获批|列入|纳入|争取|争创|实现|投入(?!增长|产出|机制)|融入|发起|成立|推出|(?<!线)上线|搭建|增强|营造|形成|宣贯|执行(?!力)|"
    "贯彻|提请|瞄准|紧扣|紧盯|把握|借助|抢抓|牵头|承担|发挥|完成|加强|加大|践行|遵循|争当|争做|擦亮|叫响|"
    "签署|设置|开通|开建|落户|布设|超过|达到|荣获|获评|获得|成为|作为|属于|包括|涵盖|涉及|"
    "突出(?!问题|矛盾|短板|贡献)|保持|确保|狠抓|提出|新认定|新增|取消|废止|缩减|压减|严禁搞?|杜绝|享受|"
    "召集|涌现出?|进行|明确(?!性)|抓住|推开|铺开|新开工|开工建设|启动建设|动工建设|总结推广|复制推广|力促"
)
ADVERBS = (
    "深入|扎实|大力|全面|积极|加快|持续|纵深|着力|聚力|加力|全力|率先|稳步|有序|切实|进一步|不断|继续|加速|提速|高标准|高水平|"
    "高规格|精心|成功|首次|同步|滚动|更大力度|强力|深度|广泛|认真|主动|分批|强势|迅速|常态化|有力|(?<!服)务实|坚决|坚定|"
    "抓紧|加紧|尽快|接续|顺利|正式|重点|已经|合力|牢牢|严格|努力|力争|年内|年底前|尽早|稳妥|充分|统筹|超前"
)
# Adverbs that open names as well: they count only before a verb.
WEAK = "有序|重点|统筹|高水平|高标准|成功|充分|常态化"
# Verbs that are nouns as well: they count only after an adverb or at the start.
NOUN_LIKE = (
    "推广|促进|支持|引导|优化|强化|升级|迭代升级|迭代|巩固|提升|培育|发展|建设|改造|利用|组织|整合|扩大|布局|"
    "保障|规划|壮大|引进|运用|应用|配合|举行|共建|服务(?!业)|规范|深耕|升格|激活|实行|倡导|防治|治理|打通|加密|延伸|"
    "投资|建造|兴建|创新|组织开展|运营|拓展|承接|部署|认定|突破|对标|带动|引育|招引|畅通|落地|吸引|引入|拓宽|"
    "提高|衔接|申报|发布|撬动|叠加|破解|遴选|评选|签约|开工|挂牌|揭牌|收官|"
    "迁建|续建|扩建|核准"
)
# Verbs that may be the second part of a noun: 推进机制, 实施机制.
INNER = frozenset(
    (
        "推进",
        "推动",
        "落实",
        "实施",
        "创建",
        "完善",
        "执行",
        "承担",
        "投入",
        "融入",
        "参与",
        "形成",
        "实现",
        "提出",
        "设置",
    )
)
# Verbs that a head noun turns into a part of its name: 深化提升行动, 持续改善行动.
DEVERBAL = frozenset(
    (
        *(
            "提升",
            "改善",
            "提质",
            "升级",
            "攻坚",
            "巩固",
            "拓展",
            "优化",
            "增效",
            "振兴",
            "转化",
            "突破",
            "融合",
            "小康",
        ),
        *(
            "修复",
            "利用",
            "提速",
            "创优",
            "推广",
            "应用",
            "普及",
            "赋能",
            "增收",
            "领跑",
            "倍增",
            "跃升",
            "增能",
            "达标",
        ),
    )
)
GOVERNING = ("实施", "开展", "启动", "推进", "推动", "组织", "抓好", "完成", "实现", "加快")
LOOKAROUND = re.compile(r"\(\?<?[!=][^)]*\)")
FIRST = "".join(sorted({word[0] for word in LOOKAROUND.sub("", f"{VERBS}|{ADVERBS}|迭代|调整|巩固").split("|")}))
BOUNDARY = re.compile(
    rf"""
    (?=[{FIRST}]) (?:                                     # five times as fast as without
      (?:{VERBS})                                         # a verb that stands in no name
      (?:优化|完善|运营|运行|推广|推广应用|投用|启用|建设|拓展)? [了好为起出]?
    | (?:{ADVERBS})+ (?:{VERBS}|{NOUN_LIKE}) [了好]?       # an adverb and any verb
    | (?:迭代|调整|巩固|持续)(?:优化|完善|升级|深化) [了好]?  # pairs that stand in no name
    | (?!(?:{WEAK})) (?:{ADVERBS}) )                      # an adverb that opens no name
    """,
    re.VERBOSE,
)
OPENING = re.compile(
    rf"""
      [一二三四五六七八九十]+是 | \(○+\) | \d+[.、] | —— | 即
    | (?:{ADVERBS})* (?:{NOUN_LIKE}) 好? (?!{ADVERBS})
    | (?: 今年 | 去年 | 明年 | 全年 | 年内 | 同时 | 其中 | 此外 | 另外 | 特别是 | 尤其是 | 目前 | 截至目前 | 近年来
        | 五年来 | 一年来 | 以来 | 期间 | 下半年 | 上半年 | 20\d\d年(?:以来)? )
    | 以(?![旧工场赛商链投]) | 在(?![线建研岗地校]) | 对(?![外口标接台]) | 向(?![海绿天数种新]) | 同(?![步城等])
    | (?: 全省 | 全市 | 全区 | 我省 | 我市 | 我区 | 本市 | 各地 ) | 由 | 按(?![揭摩期]) | 与 | 和 | 及 | 并 | 为 | 把
    """,
    re.VERBOSE,
)
VERBAL = re.compile(rf"(?:(?!实行|举行)(?:{NOUN_LIKE})){{1,3}}")
"""Verbs that are nouns as well and nothing else: 服务优化[行动]."""
OF = re.compile(r"(?<!”)的|(?<=”)即|(?<![中高初平同])等(?:领域|方面|行业|地区?)?(?![级离])|以及")
DROPPED = re.compile(r"(?<=”)的|[“”‘’《》\s]|(?<!中国)\([^()]*\)|[\[［]\d+[\]］]")


class NamePhrase(msgspec.Struct, frozen=True):
    """A name in the text: where its governing verb starts, where it starts and ends itself, and the form that shows it.

    `code` is the numeric code in the name, or empty; `brand` what stands in quotes in it, or empty.
    """

    verb: int
    start: int
    end: int
    name: str
    form: str
    code: str = ""
    brand: str = ""


def fill(quoted: re.Match[str]) -> str:
    """Return the same brackets around as many filling characters."""
    text = quoted[0]
    return text[0] + FILLS[text[0]] * (len(text) - 2) + text[-1]


def mask(plain: str) -> str:
    """Hide what stands in quotes, titles and short brackets; the length stays.

    >>> mask("开展“绿谷”行动")
    '开展“□□”行动'
    """
    return QUOTED.sub(fill, plain)


def verb_and_start(masked: str, floor: int, head: int, *, touching: bool = False) -> tuple[int, int]:
    """Return where the governing verb and where the name start, for a head at `head` in a clause from `floor`.

    Without a verb both are the clause's start, less its opening words. A verb that touches the head belongs to the
    name (`监测推进机制`), unless `touching` says that the head cannot be a noun's second part, as a quote cannot.
    """
    verb = start = floor
    for boundary in BOUNDARY.finditer(masked, floor, head):
        inner = boundary.start() > start and is_inner(boundary[0], masked[boundary.end() : head])
        if touching or not inner:
            verb, start = boundary.start(), boundary.end()
    if start == floor:
        start = skip_opening(masked, start, head, touching=touching)
    phrase = masked[start:head]
    if "的" in phrase or "等" in phrase or "以及" in phrase or "”即" in phrase:
        for mark in OF.finditer(masked, start, head):
            start = mark.end()
    if masked[start] in "和与及为" and masked[start + 1] not in "美谐":
        start += 1
    return verb, start


def is_inner(boundary: str, rest: str) -> bool:
    """Tell whether a verb or adverb is a noun's second part: 监测[推进]机制, 国企改革[深化]提升行动."""
    if not rest:
        return boundary in INNER
    return rest in DEVERBAL and not boundary.endswith(GOVERNING)


def skip_opening(masked: str, start: int, head: int, *, touching: bool = False) -> int:
    """Return the position after the verbs, times and prepositions that open a clause or a member of a list."""
    while (opening := OPENING.match(masked, start, head)) and (opening.end() < head or touching):
        if not touching and masked[start - 1] == "是" and VERBAL.fullmatch(masked, start, head):
            break  # 八是「服务优化」行动
        start = opening.end()
    return start


def clean_name(text: str) -> str:
    """Return a name without its quote marks, brackets and blanks.

    >>> clean_name("轴承产业“绿谷”行动(第二期)")
    '轴承产业绿谷行动'
    """
    return text if text.isalnum() else DROPPED.sub("", text)
