"""What is done with a document: the verbs before and after its title, and the action they amount to.

印发, 出台 and 批复 issue; 编制, 研究制定, 起草 draft; 修订 revises; 颁布 promulgates; 落实, 实施, 施行 carry
out. 制定 issues where it is reported done (`制定轴承质量办法`) and drafts where it is planned. Of several verbs in a
row (`制定实施`, `修订实施`) the rarer decides.
"""

from __future__ import annotations

import re

import msgspec

from kg_build.model import Action, Status

__all__ = ["ISSUING", "Governor", "action_of", "governing", "predicate_after"]

REVISED = "修订完善|修订|修编|修改|修正"
PROMULGATED = "颁布"
ISSUED = "制定出台|制定印发|制定发布|制定实施|印发|出台|发布|下发|制发|公布|推出|颁发|审议通过|通过了"
GRANTED = "批复|批准"
"""What a higher body does, which issues the document for the region and need not have written it."""
DRAFTED = "研究制定|研究起草|研究出台|研究编制|探索制定|抓紧制定|加快制定|推动制定|编制|编写|起草|谋划|论证"
MADE = "制定|制订|拟定|拟订"
HEEDED = "落实|贯彻"
CARRIED_OUT = "贯彻落实|落实落细|落实好|落实|贯彻|实施|施行|执行|宣贯|推进"
ISSUING = re.compile(rf"(?<!新)(?<!已)(?:{REVISED}|{PROMULGATED}|{ISSUED}|{GRANTED}|{DRAFTED}|{MADE})")
NOUN_BEHIND = r"(?!细则|办法|意见|方案|纲要|条例)"
"""What makes 实施 or 推进 part of a title: 实施办法, 推进方案."""
CLUSTER = re.compile(
    rf"(?:{ISSUING.pattern}|(?:{CARRIED_OUT}){NOUN_BEHIND})"
    rf"(?:(?:完成)?[和并、及]?(?:抓紧|加快)?(?:{ISSUING.pattern}|(?:{CARRIED_OUT}){NOUN_BEHIND}))*(?:好|了|完成|同意)?"
)
PREDICATE = re.compile(
    r"(?:\(草案\))?(?:等(?:系列)?(?:[\d一二三四五六七八九十]+[项个部件])?(?:法规|政策|规划|方案|文件)?(?:文件)?)?的?"
    r"(?:正式|全面|相继|先后|陆续|成功|顺利|稳步|平稳|有序|深入|启动|已经|已|也|均|正在|在|着手|抓紧|加快|继续|付诸|得到"
    r"|(?:获得?|经|通过)?(?:党中央、?)?(?:国务院|中央|国家(?:发展改革委|部委)?|省委、?省政府|市委、?市政府|省政府|市政府)|获得?)*"
    r"(?P<verb>立法|研究制定|编制|起草|修订|修编|制定出台|制定实施|制定印发|制定|印发|出台|发布|颁布|公布|获批|批复|批准|"
    r"审议通过|通过|施行|实施|贯彻|落实|落地|上报)"
)
BY_VERBS: tuple[tuple[Action, re.Pattern[str]], ...] = (
    ("revised", re.compile(REVISED)),
    ("promulgated", re.compile(PROMULGATED)),
    ("issued", re.compile(f"{ISSUED}|{GRANTED}")),
    ("drafting", re.compile(DRAFTED)),
)
BY_PREDICATE: dict[str, Action] = {
    **dict.fromkeys(("立法", "研究制定", "编制", "起草", "上报"), "drafting"),
    **dict.fromkeys(("修订", "修编"), "revised"),
    "颁布": "promulgated",
    **dict.fromkeys(("制定出台", "制定实施", "制定印发", "印发", "出台", "发布", "公布"), "issued"),
    **dict.fromkeys(("获批", "批复", "批准", "审议通过", "通过"), "issued"),
    **dict.fromkeys(("施行", "实施", "贯彻", "落实", "落地"), "implementing"),
}
STEPS = re.compile(r"(?:举措|措施|办法|方案|细则)$")
DECISIVE = frozenset({"drafting", "revised"})
REACH = 24


def action_of(verbs: str, after: str, status: Status) -> Action | None:
    """Return the action of the verbs before a title and the verb after it; None where there is none."""
    predicate = BY_PREDICATE.get(after)
    if predicate in DECISIVE:
        return predicate
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
    clusters = list(CLUSTER.finditer(masked, position, head))
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
    predicate = PREDICATE.match(masked, position, ceiling)
    return predicate["verb"] if predicate else ""
