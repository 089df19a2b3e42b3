"""The sentences of errors in Chinese.

    out: exists and is not a folder  ->  out：已存在，且不是文件夹

Errors are raised in English where they arise, with the place first; this table says the same in Chinese. A test holds
it to every error that the package can raise.
"""

from __future__ import annotations

import re

__all__ = ["in_chinese"]

SENTENCES: tuple[tuple[str, str], ...] = (
    # argparse
    (r"the following arguments are required: (.+)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)", r"参数 \1 不能是 \2（可选：\3）"),
    (r"argument (\S+): invalid int value: (.+)", r"参数 \1 应为整数，不能是 \2"),
    (r"argument (\S+): invalid float value: (.+)", r"参数 \1 应为数字，不能是 \2"),
    (r"argument (\S+): expected (?:one|at least one) argument", r"参数 \1 后面缺少值"),
    (r" \(see: (.+)\)", r"（参见：\1）"),
    (r"expected no OUT and no NAME, got (.+?)(?=（|$)", r"不应给出 OUT 与 NAME，实际给出 \1"),
    (r"expected (.+), got nothing", r"应给出 \1，实际什么也没给"),
    (r"expected (.+), got (.+?)(?=（|$)", r"应给出 \1，实际给出 \2"),
    # reading
    (r"no such file or folder", r"没有这个文件或文件夹"),
    (r"nothing readable \((.+)\)", r"没有可读的文本（\1）"),
    (r"binary data, not text", r"是二进制数据，不是文本"),
    (r"(?:a )?(\S+), not text; save its words as a (\S+) file", r"是 \1，不是文本；请把文字另存为 \2 文件"),
    (r"neither UTF-8 nor GB18030 \(byte (\S+)\)", r"既不是 UTF-8 也不是 GB18030（第 \1 字节）"),
    (r"nothing below the front matter", r"YAML 头之后没有正文"),
    (r"front matter line (\S+) is not YAML", r"文件头第 \1 行不是 YAML"),
    (r"front matter(\S*) is not YAML", r"文件头\1不是 YAML"),
    (r"\(and (\S+) more that cannot be read\)", r"（另有 \1 个文件无法读取）"),
    (
        r"no second line (`---`) closes it, or it is too long; it is read as text",
        r"没有第二行 \1 收尾，或过长；按正文读取",
    ),
    (r"front matter: ", r"文件头："),
    (r"lines are wrapped; they are read as whole paragraphs", r"段落中有固定宽度的断行，已按整段读取"),
    (
        r"passed over, neither (\S+) nor (\S+): (\S+) in the folders given \((.+?)(?:, and (\S+) more)?\)$",
        r"所给文件夹中有 \3 个文件不是 \1 或 \2，未读取（\4）",
    ),
    (r"(`.+?`) is no key; ", r"没有 \1 这个键；"),
    (r"(`.+?`) has a code that stands for no character", r"\1 含有不表示任何字符的编码"),
    (r"(`.+?`) is no year from (\S+) to (\S+)", r"\1 不是 \2 至 \3 之间的年份"),
    (r"no region is called so", r"没有叫这个名称的地区"),
    (r"; the nearest are ", r"；相近的有 "),
    (r"the same text under the same name", r"同名且内容相同"),
    (r"no region and no year found; kept as unknown", r"未能得知地区与年份，按未知保留"),
    (r"no region found; kept as unknown", r"未能得知地区，按未知保留"),
    (r"no year found; kept as unknown", r"未能得知年份，按未知保留"),
    (r"empty; build the output again", r"空文件，请重新构建"),
    (r": empty$", r"：空文件"),
    # the output folder
    (r"no such folder; build it with (`.+`)", r"没有这个文件夹，请先运行 \1"),
    (r"no such folder; build the output again", r"没有这个文件夹，请重新构建"),
    (r"no such file; build the output again", r"没有这个文件，请重新构建"),
    (r"exists and is not a folder; choose another place with -o", r"已存在，且不是文件夹；请用 -o 另选位置"),
    (
        r"exists and is not an output of (`.+`); it is left as it is, choose another -o",
        r"已存在，但不是 \1 的输出，未作改动；请用 -o 另选位置",
    ),
    (r"not an output of (`.+`)", r"不是 \1 的输出"),
    (r"no graph\.nq there; cnip build makes it", r"其中没有 graph.nq，请用 cnip build 生成"),
    (r"not a quad of a named graph as cnip writes it", r"不是 cnip 写出的四元组"),
    (r"the store cannot be written", r"无法写入存储"),
    (r"the store cannot be opened", r"无法打开存储"),
    (r"another command is writing there; wait until it is done", r"另有命令正在写入，请等它完成"),
    (r"left by a command that was stopped; move it away", r"是中途停止的命令留下的，请移走"),
    (r"cannot be processed", r"无法处理"),
    (r"cannot be written", r"无法写入"),
    (r"cannot be read", r"无法读取"),
    # questions
    (r"no question is called (`.+?`); ", r"没有名为 \1 的问题；"),
    (r"did you mean (`.+?`)\?", r"是否指 \1？"),
    (r"(`.+?`) lists them", r"\1 可列出全部"),
    (r"expected NAME=VALUE", r"应写作 NAME=VALUE"),
    (r"(`.+`) is given twice", r"\1 重复给出"),
    (r"(`.+?`) has no such parameter; ", r"\1 没有这个参数；"),
    (r"；it has none", r"；它没有参数"),
    (r"；it has (.+)", r"；它有 \1"),
    (r"no (`.+`) gives the parameter its default", r"没有用 \1 给出参数的默认值"),
    (r"expected an IRI, or a name with a known prefix as in (\S+)", r"应为 IRI，或 \1 这样带已知前缀的名称"),
    (r"(`.+`) is not a list of literals, numbers or IRIs", r"\1 不是字面量、数字或 IRI 的列表"),
    (r"expected a whole number above 0", r"应为大于 0 的整数"),
    (r"expected a whole number", r"应为整数"),
    (r"expected a number from (\S+) to (\S+)", r"应为 \1 至 \2 之间的数字"),
    (r"expected a number", r"应为数字"),
    (r"expected a year from (\S+) to (\S+)", r"应为 \1 至 \2 之间的年份"),
    (r"expected a year", r"应为年份"),
    (r"expected a date (\S+), (\S+) or (\S+)", r"应为日期 \1、\2 或 \3"),
    (r"expected a month (\S+)", r"应为月份 \1"),
    (r"expected (?=\S+$)", r"应为 "),
    (r"not SPARQL", r"不是 SPARQL"),
    (r"a prefix that is not declared", r"前缀未声明"),
    (r"SELECT names a variable that the query does not bind or group by", r"SELECT 中的变量未绑定或未分组"),
    (r", near (`.+`)", r"，在 \1 附近"),
    (r", at the end", r"，在末尾"),
    (r"not UTF-8", r"不是 UTF-8"),
    (r"give the output folder to query, or --endpoint URL", r"请给出要查询的输出文件夹，或 --endpoint URL"),
    (r"give words of a quote or a name, or an IRI", r"请给出引文或名称中的词句，或 IRI"),
    (r"changed since it was read, (`.+`) does not stand at (\S+)", r"读取之后被改动：\2 处不是 \1"),
    (r"; build the output again", r"，请重新构建"),
    # exports and gold
    (r"is a folder; give the file to write", r"是文件夹；请给出要写入的文件"),
    (r"is a file; give the folder to write", r"是文件；请给出要写入的文件夹"),
    (
        r"exists and was not written by (`.+?`); it is left as it is, choose another -o",
        r"已存在，且不是 \1 写出的，未作改动；请用 -o 另选位置",
    ),
    (r"no such form; there are ", r"没有这种格式，可选："),
    (r"only (`.+?`) has views", r"只有 \1 有视图"),
    (r"no such view; there are ", r"没有这种视图，可选："),
    (r"has none of the documents of the gold \((.+)\)", r"其中没有标注所涉的文档（\1）"),
    (r"no facts$", r"其中没有事实"),
    (r"not JSON", r"不是 JSON"),
    (r"no fact of a known `type`; there are ", r"`type` 不是已知类别，可选："),
    (r"(`.+?`) of an? (\S+) is missing or of the wrong form", r"\2 的 \1 缺失或形式不对"),
    # endpoints and extras
    (r"expected an address that begins with (\S+) or (\S+)", r"应为以 \1 或 \2 开头的网址"),
    (r"only SELECT and ASK are sent to an endpoint", r"向端点只能发送 SELECT 与 ASK"),
    (r"cannot be reached", r"无法连接"),
    (r"did not answer (`.+`)", r"没有回答 \1"),
    (r"answered with something other than SPARQL results in JSON", r"返回的不是 JSON 格式的 SPARQL 结果"),
    (r"--endpoint needs SPARQLWrapper: (.+)", r"--endpoint 需要 SPARQLWrapper：\1"),
    (r"a networkx graph needs networkx: (.+)", r"networkx 图需要 networkx：\1"),
    (r"pySHACL is not installed; (.+)", r"未安装 pySHACL：\1"),
)
"""What is said in English, as a pattern, and in Chinese; the longer of two that begin alike comes first."""
COMPILED = tuple((re.compile(pattern), sentence) for pattern, sentence in SENTENCES)


def in_chinese(message: str) -> str:
    """Return an error's message in Chinese; what the table does not know stays as it is."""
    for pattern, sentence in COMPILED:
        message = pattern.sub(sentence, message)
    return message
