"""Where the noun phrase that ends at a head noun begins: 加快推动「青沙湾绿色化工拓展区」建设.

Chinese puts no mark between a verb and its object, and most nouns of this field (建设, 发展, 示范) are verbs too. The
phrase is found backwards: it starts after the last word before the head that is only ever a verb or adverb (打造,
加快), and then loses what may be either (建设, 发展) as long as it stands first. What stands in quotes is never cut.
"""

from __future__ import annotations

import re

__all__ = ["LEAD", "LONGEST_PHRASE", "VERB", "is_in_title", "is_quoted", "phrase_start", "strip_leads"]

LONGEST_PHRASE = 90
"""No phrase reaches further back than this many characters."""

VERB = re.compile(
    r"""
    打造(?:成为?)? | 创建(?:成为?|为)? | 创成 | 争创 | 争取(?:获批|创建|设立|将|纳入)? | 申创 | 申建 | 申报
    | 申请 | 申办 | 获批(?:建设|开展|创建|设立|共建|筹建|成为|为)? | 获评为? | 获得 | 荣获 | 获准 | 入选[了为]?
    | 入围了? | 列入 | 纳入 | 跻身 | 跨入 | 进入 | 站在 | 被?(?:评|认定|确定|命名|列|授)为 | 授予 | 成为
    | 蝉联 | 赋予
    | 升级为 | 作为 | 建成(?!区|渝|都) | 建强 | 建好 | 建优 | 做大 | 做强 | 做优 | 做深 | 做实
    | 做响 | 做美 | 做亮 | 壮大 | 培强
    | 形成 | 构建 | 构筑 | 加快 | 加速 | 加力 | 加大 | 提速 | 推动 | 推进 | 推行 | 支持 | 鼓励 | 引导 | 指导
    | 依托 | 围绕 | 聚焦 | 聚力 | 锚定 | 瞄准 | 紧扣 | 对标 | 立足 | 布局(?!优化) | 谋划 | 筹建 | 启动
    | (?<![创更高])新(?:增|建|培育|创建?|获批|入选|认定) | 实施 | 开展 | 落实 | 抓好 | 抓实 | 抓住 | 用好 | 用活 | 发挥
    | 健全 | 参与 | 牵头的? | 落户 | 设立 | 组建 | 成立 | 举办 | 承办 | 印发 | 出台 | 制定 | 编制 | 修订 | 坚持
    | 坚定 | (?<!可)持续 | 不断 | 积极 | 全力 | 大力 | 着力 | 努力 | 奋力 | 深入 | 扎实 | 稳步 | 有序 | 率先 | 成功
    | 逐步 | 继续 | 进一步 | 高起点 | 力争(?!创) | 力推 | 确保 | 助力 | 助推 | 完成 | 牢牢[一-龥]{2} | 遴选 | 明确
    | 擦亮 | 打响 | 唱响 | 叫响 | 搭建 | 挂牌 | 揭牌 | 借助 | 按照 | 位于 | 基本(?=建成|形成|完成)
    """,
    re.VERBOSE,
)
"""Words that no name of this field holds: whatever stands before them is another phrase."""

LEAD = re.compile(
    r"""
    建设好? | 集中力量 | 发展 | 规划 | 创新(?=推进|打造|建设|构建) | 打好 | 抓 | 办好 | 建立 | 建起 | 探索 | 统筹
    | 结合 | 培育 | 推广 | 提升 | 提档升级 | 提档改造 | 拓展 | 优化 | 促进 | 完善 | 深化 | 加强 | 落地 | 认定 | 巩固
    | 利用 | 通过
    | 赋能 | 延伸 | 强化 | 突出 | 支撑 | 实现 | 保持 | 扩大(?=国家|省级|全国|首批) | 承接(?!产业转移)
    | 重点(?=发展|打造|建设|培育|支持|推动|推进|在) | 高质量(?!发展(?:的|示范|先行)) | 高标准(?!农田)
    | 高水平(?!对外|开放) | 高效 | 纵深 | 全面 | 切实 | 合力 | 共同(?!富裕|体) | 联合(?=打造|创建|申报) | 携手
    | 协同(?=推进|打造|建设) | 共建(?!产业园|“) | 力促 | 充分 | 服务(?=国家) | 主动 | 认真 | 更好 | 更大力度
    | 加紧 | 尽快 | 开工 | 抢抓 | 抢占 | 整合 | 招引 | 做好? | 搞好 | 要(?!素) | 提出了? | 以(?!色列) | 在(?!线)
    | 向 | 对(?!外|口|接) | 与 | 和 | 及 | 以及 | 将 | 把 | 让 | 均 | 已 | 并 | 都 | 同时 | 其中 | 的 | 了 | 还
    | 又 | 也 | 首次 | 连续 | 目前 | 此外 | 包括 | 如 | 是 | 有(?!色|机|世界|全球|国际|影响) | 使 | 更高水平
    | 共(?!同|享|建|赢|富) | 至 | 为(?!主|民) | 到20\d\d年 | 20\d\d年度? | 全省 | 全市 | 全区 | 年内 | 全年
    | 今年 | 去年 | 明年 | [一二三四五六七八九十]是 | \(?[一二三四五六七八九十]+\) | [、\s:*·—]
    """,
    re.VERBOSE,
)
"""Words that are verbs where a phrase starts, and may be part of a name elsewhere."""


def phrase_start(plain: str, start: int, end: int) -> int:
    """Return where the noun phrase that ends at `end` begins, at or after `start` (the start of its clause)."""
    start = max(start, end - LONGEST_PHRASE)
    cut = start
    for verb in VERB.finditer(plain, start, end):
        if not is_quoted(plain, start, verb.start()):
            cut = verb.end()
    return strip_leads(plain, cut, end)


def strip_leads(plain: str, start: int, end: int) -> int:
    """Return where a phrase begins once the verbs, adverbs and particles that open it are taken off."""
    while lead := LEAD.match(plain, start, end):
        start = lead.end()
    return start


def is_quoted(plain: str, start: int, position: int) -> bool:
    """Tell whether `position` stands inside quotes that open after `start`."""
    return plain.rfind("“", start, position) > plain.rfind("”", start, position)


def is_in_title(plain: str, start: int, position: int) -> bool:
    """Tell whether `position` stands inside the title of a document, 《…》, that opens after `start`."""
    return plain.rfind("《", start, position) > plain.rfind("》", start, position)
