"""What is done with a document: the verbs before and after its title, and the action they amount to.

印发, 出台 and 批复 issue; 编制, 研究制定, 起草 draft; 修订 revises; 颁布 promulgates; 落实, 实施, 施行 carry
out. What is begun or finished (启动, 完成) is drawn up (`完成江州新区规划`), or carried out where it runs for years or
is a scheme of work (`完成轴承产业三年行动计划`). 制定 issues where it is reported done (`制定轴承质量办法`) and drafts
where it is planned. Of several verbs in a row (`制定实施`, `修订实施`) the rarer decides.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.model import Action, Status

__all__ = ["ISSUING", "RUNNING", "Governor", "action_of", "governing", "is_begun", "predicate_after"]

REVISED = "修订完善|修订|修编|修改|修正"
PROMULGATED = "颁布"
ISSUED = "制定出台|制定印发|制定发布|制定实施|印发|出台|发布|下发|制发|公布|推出|颁发|审议通过|通过了"
GRANTED = "批复|批准"
"""What a higher body does, which issues the document for the region and need not have written it."""
DRAFTED = (
    "研究制[定订]|研究拟[定订]|研究起草|研究出台|研究编制|(?:探索|抓紧|加快|推动)制[定订]|编制|编写|起草|谋划|论证"
)
MADE = "制定|制订|拟定|拟订"
BEGUN = (
    r"(?:(?<![一-龥])|(?<=[并及和已])|(?<=全面)|(?<=基本)|(?<=如期)|(?<=提前)|(?<=圆满)|(?<=顺利)|(?<=质量)|(?<=及时)|(?<=加快))"
    r"(?:启动|完成|形成)"
)
"""Verbs of what is begun or finished, where they open a clause or one of its parts."""
HEEDED = "落实|贯彻"
CARRIED_OUT = "贯彻落实|落实落细|落实好|落实|贯彻|实施|施行|执行|宣贯|推进"
ISSUING = re.compile(rf"(?<!新)(?<!已)(?:{REVISED}|{PROMULGATED}|{ISSUED}|{GRANTED}|{DRAFTED}|{MADE})")
OPENED = "(?<!定推进)(?<!台推进)(?<!发推进)"
"""推进 right behind a verb of issuing, which opens the title: 出台推进轴承产业提质意见."""
NOUN_BEHIND = r"(?!细则|办法|意见|方案|纲要|条例)"
"""What makes 实施 or 推进 part of a title: 实施办法, 推进方案."""
CLUSTER = re.compile(
    rf"(?:{ISSUING.pattern}|(?:{CARRIED_OUT}){NOUN_BEHIND}{OPENED}|{BEGUN})"
    rf"(?:(?:完成)?[和并、及]?(?:抓紧|加快)?(?:{ISSUING.pattern}|(?:{CARRIED_OUT}){NOUN_BEHIND}{OPENED}))*(?:好|了|完成|同意)?"
)
PREDICATE = re.compile(
    r"(?:\(草案\))?(?:[\[［]\d+[\]］])?(?:(?:优惠|支持|惠企|扶持)政策)?(?:等(?:系列)?(?:[\d一二三四五六七八九十]+[项个部件])?(?:法规|政策|规划|方案|文件)?(?:文件)?)?的?"
    r"(?:正式|全面|相继|先后|陆续|成功|顺利|稳步|平稳|有序|深入|启动|已经|已|也|均|正在|在|着手|抓紧|加快|继续|付诸|得到"
    r"|早日|尽早|尽快|如期|提前|圆满|胜利|基本|扎实|持续|加速|高效|有力|有效|逐步|逐项|实质性|滚动|完成(?=编制|修编|审批)"
    r"|(?:获得?|经|通过)?(?:党中央、?)?(?:国务院|中央|国家(?:发展改革委|部委)?|省委、?省政府|市委、?市政府|省政府|市政府|[省市]委|(?:[省市]|自治区|全国)人大)(?:常委会|常务会议?|全体会议|全会)?(?:会议)?|获得?)*"
    r"(?P<verb>立法|研究制定|编制|起草|修订|修编|制定出台|制定实施|制定印发|制定|印发|出台|发布|颁布|公布|获批|批复|批准|"
    r"审议通过|通过|施行|实施|贯彻|落实|落地|上报|报批"
    r"|为(?=(?:全国|全省|国内|我国|全球)?(?:首[个部份例]|第一[个部份]))"
    r"|(?:审批|完成|收官|(?<=[续实序利面速快入效])推进)(?=[,;。、]|$))"
    r"|(?:\(草案\))?(?:[\[［]\d+[\]］])?(?:正式|全面|相继|陆续|成功|顺利)*(?P<begun>启动)"
)
LISTED_PREDICATE = re.compile(
    r"(?:[、和与及][^,;。、和与及等《》“”]{2,16}?){1,3}(?:正式|成功|全面|顺利|相继|先后|陆续|均)+(?P<verb>获批|批复|印发|出台|启动)"
    r"(?=[,;。]|$|实施)"
)
"""The verb of a list in which other things stand between it and the title: 江州新区规划、江州机场成功获批."""
BY_VERBS: tuple[tuple[Action, re.Pattern[str]], ...] = (
    ("revised", re.compile(REVISED)),
    ("promulgated", re.compile(PROMULGATED)),
    ("issued", re.compile(f"{ISSUED}|{GRANTED}")),
    ("drafting", re.compile(DRAFTED)),
)
BY_PREDICATE: dict[str, Action] = {
    **dict.fromkeys(("立法", "研究制定", "编制", "起草", "上报", "报批"), "drafting"),
    **dict.fromkeys(("修订", "修编"), "revised"),
    "颁布": "promulgated",
    **dict.fromkeys(("制定出台", "制定实施", "制定印发", "印发", "出台", "发布", "公布"), "issued"),
    **dict.fromkeys(("获批", "批复", "批准", "审批", "审议通过", "通过", "为"), "issued"),
    **dict.fromkeys(("施行", "实施", "贯彻", "落实", "落地", "推进", "收官"), "implementing"),
}
STEPS = re.compile(r"(?:举措|措施|办法|方案|细则)$")
ONLY_BEGUN = re.compile(r"(?:启动|完成|形成)(?:好|了|完成)?")
RUNNING = re.compile(
    r"[一二三四五六七八九十\d]年[^、]*计划|计划|[一-龥](?:行动|工作|实施)方案|年[^、]{0,6}方案|行动纲要"
)
"""What a region carries out from a beginning to an end, unlike a plan for a place, which it draws up."""
DECISIVE = frozenset({"drafting", "revised"})
REACH = 24
NOUN_LENGTH = 2
"""How much of the noun a verb before it is read with: 实施 before 办法 is none."""


def is_begun(verbs: str) -> bool:
    """Tell whether all that is said of a document is that it is begun or finished."""
    return ONLY_BEGUN.fullmatch(verbs) is not None


def action_of(verbs: str, after: str, status: Status, title: str) -> Action | None:
    """Return the action of the verbs before a title and the verb after it; None where there is none."""
    predicate = BY_PREDICATE.get(after)
    if predicate in DECISIVE:
        return predicate
    if not predicate and is_begun(verbs or after):
        return "implementing" if RUNNING.search(title) and "形成" not in verbs else "drafting"
    for action, pattern in BY_VERBS:
        if pattern.search(verbs):
            return action
    if re.search(MADE, verbs) or (not verbs and after == "制定"):
        if re.search(HEEDED, verbs):
            return "implementing"
        return "drafting" if status == "target" else "issued"
    return predicate or ("implementing" if verbs else None)


class Governor(msgspec.Struct, frozen=True):
    """The verbs that govern a title: where they start, their words, where they end.

    `issue` is where the verb starts whose subject publishes the document, or -1.
    """

    start: int
    words: str
    end: int
    issue: int = -1


def governing(masked: str, position: int, head: int, *, marked: bool) -> Governor | None:
    """Return the verbs that govern a title, if any.

    Before title marks the last verbs count, where they are near; before an unmarked title the first that issue it and
    not mere steps to carry it out (`制定举措落实……意见`), else the last. A verb before 的 only describes the document:
    `落实国务院印发的《…》` is governed by 落实.
    """
    clusters = [one for one in CLUSTER.finditer(masked, position, head + NOUN_LENGTH) if one.end() <= head]
    if not clusters:
        return None
    for index, described in enumerate(clusters[1:], 1):
        if masked.startswith("的", described.end()) and ISSUING.match(described[0]) and described.end() < head:
            verb = clusters[index - 1]
            if not marked or head - described.end() <= REACH:
                granted = re.match(GRANTED, described[0]) is not None
                return Governor(verb.start(), verb[0], described.end() + 1, -1 if granted else described.start())
    chosen = clusters[-1]
    if marked and head - chosen.end() > REACH:
        return None
    if not marked:
        issuing = (
            cluster
            for cluster, following in zip(clusters, [*clusters[1:], None], strict=True)
            if ISSUING.search(cluster[0])
            and not (following and STEPS.search(masked[cluster.end() : following.start()]))
        )
        chosen = next(issuing, chosen)
    issues = ISSUING.search(chosen[0]) is not None and re.search(GRANTED, chosen[0]) is None
    return Governor(chosen.start(), chosen[0], chosen.end(), chosen.start() if issues else -1)


def predicate_after(masked: str, position: int, ceiling: int) -> str:
    """Return the verb that follows a title, or nothing."""
    if predicate := PREDICATE.match(masked, position, ceiling):
        return predicate["verb"] or predicate["begun"]
    listed = LISTED_PREDICATE.match(masked, position, ceiling)
    return listed["verb"] if listed else ""
