"""An invented call held in Chinese, printed in many styles and both scripts. Company, people and figures are made up."""

from __future__ import annotations

import json
from collections.abc import Callable

from .calls import CALL as ENGLISH
from .calls import FIRMS as ENGLISH_FIRMS
from .calls import TITLES as ENGLISH_TITLES
from .calls import Said

HANS = (
    Said("接线员", "operator", "prepared", ("各位投资者早上好，欢迎参加禾屿医疗2031年第三季度业绩电话会议。", "下面请投资者关系总监梁若溪女士发言。")),
    Said("梁若溪", "investor_relations", "prepared", ("谢谢。今天出席会议的有首席执行官邱景川先生和首席财务官戴书宁女士。", "下面请邱总介绍业务情况。")),
    Said("邱景川", "executive", "prepared", ("谢谢若溪。本季度设备出货量创下新高，其中：门诊渠道增长三成。", "接下来由戴书宁介绍财务。")),
    Said("戴书宁", "executive", "prepared", ("各位好。营业收入7.15亿元，同比增长13%。毛利率44%，提高1个百分点。",)),
    Said("接线员", "operator", "qa", ("现在开始问答环节。第一个问题来自云汀证券的樊亦舟，请提问。",)),
    Said("樊亦舟", "analyst", "qa", ("管理层好。请问毛利率提升的原因是什么？另外，新厂何时投产？",)),
    Said("戴书宁", "executive", "qa", ("毛利率提升主要因为运费下降。",)),
    Said("邱景川", "executive", "qa", ("新厂计划明年三月投产。",)),
    Said("樊亦舟", "analyst", "qa", ("明白。那么首条产线的规模多大？",)),
    Said("邱景川", "executive", "qa", ("起步阶段每月约900台。",)),
    Said("接线员", "operator", "qa", ("下一个问题来自岚桥资本的葛思远，请讲。",)),
    Said("葛思远", "analyst", "qa", ("想了解一下欧洲市场的价格走势？",)),
    Said("戴书宁", "executive", "qa", ("欧洲价格平稳，全年预计不变。",)),
    Said("接线员", "operator", "qa", ("由于时间关系，提问到此结束。下面请梁若溪女士做总结。",)),
    Said("梁若溪", "investor_relations", "qa", ("感谢各位参会，再见。",)),
)  # fmt: skip
HANT = (
    Said("接線員", "operator", "prepared", ("各位投資者早晨，歡迎參加禾嶼醫療2031年第三季度業績電話會議。", "現在交給投資者關係總監梁若溪女士。")),
    Said("梁若溪", "investor_relations", "prepared", ("多謝。今日出席的有行政總裁邱景川先生及財務總裁戴書寧女士。", "有請邱總。")),
    Said("邱景川", "executive", "prepared", ("多謝。本季設備出貨創新高，其中：門診渠道增長三成。", "財務部分由戴書寧介紹。")),
    Said("戴書寧", "executive", "prepared", ("各位好。營業額7.15億元，按年增長13%。毛利率44%，上升1個百分點。",)),
    Said("接線員", "operator", "qa", ("現在進入問答環節。第一條問題來自雲汀證券的樊亦舟，請提問。",)),
    Said("樊亦舟", "analyst", "qa", ("管理層好。請問毛利率上升的原因？另外，新廠何時投產？",)),
    Said("戴書寧", "executive", "qa", ("毛利率上升主要因為運費下降。",)),
    Said("邱景川", "executive", "qa", ("新廠計劃明年三月投產。",)),
    Said("樊亦舟", "analyst", "qa", ("明白。首條產線規模有多大？",)),
    Said("邱景川", "executive", "qa", ("起步階段每月約900台。",)),
    Said("接線員", "operator", "qa", ("下一條問題來自嵐橋資本的葛思遠，請講。",)),
    Said("葛思遠", "analyst", "qa", ("想了解歐洲市場的價格走勢？",)),
    Said("戴書寧", "executive", "qa", ("歐洲價格平穩，全年預計不變。",)),
    Said("接線員", "operator", "qa", ("由於時間關係，提問到此結束。現在交給梁若溪女士作總結。",)),
    Said("梁若溪", "investor_relations", "qa", ("感謝各位參與，再會。",)),
)  # fmt: skip
ANALYSTS = (("樊亦舟", "葛思远"), ("樊亦舟", "葛思遠"))
PAIRS = (((5,), (6, 7)), ((8,), (9,)), ((11,), (12,)))
TITLES = {
    "梁若溪": "投资者关系总监", "邱景川": "首席执行官", "戴书宁": "首席财务官", "樊亦舟": "分析师", "葛思远": "研究员",
    "戴書寧": "財務總裁", "葛思遠": "分析員",
}  # fmt: skip
HANT_TITLES = {**TITLES, "梁若溪": "投資者關係總監", "邱景川": "行政總裁", "樊亦舟": "分析員"}
FIRMS = {"樊亦舟": "云汀证券", "葛思远": "岚桥资本", "葛思遠": "嵐橋資本"}
HANT_FIRMS = {**FIRMS, "樊亦舟": "雲汀證券"}
TITLE = "禾屿医疗2031年第三季度业绩电话会议纪要\n\n"
HANT_TITLE = "禾嶼醫療2031年第三季度業績電話會議紀錄\n\n"


def _blocks(
    call: tuple[Said, ...], label: Callable[[Said], str], *, under: str = "\n", heading: str | None = "问答环节"
) -> str:
    out = []
    for index, said in enumerate(call):
        if index and said.section != call[index - 1].section and heading:
            out.append(heading)
        out.append(label(said) + under + "\n".join(said.words))
    return "\n\n".join(out) + "\n"


def list_then_bare_names() -> str:
    company = "\n".join(f"{n} {TITLES[n]}" for n in ("梁若溪", "邱景川", "戴书宁"))
    guests = "\n".join(f"{n} {FIRMS[n]}" for n in FIRMS if n in ("樊亦舟", "葛思远"))
    lists = f"公司参会人员\n{company}\n\n会议参与者\n{guests}\n\n"
    return TITLE + lists + _blocks(HANS, lambda s: s.name)


def one_list_with_dashes() -> str:
    people = "\n".join(
        f"{n} - {FIRMS.get(n, '禾屿医疗')} - {TITLES[n]}" for n in ("梁若溪", "邱景川", "戴书宁", "樊亦舟", "葛思远")
    )
    return TITLE + "会议参与者\n\n" + people + "\n\n" + _blocks(HANS, lambda s: s.name, heading=None)


def name_dash_title() -> str:
    def label(s: Said) -> str:
        return (
            s.name
            if s.role == "operator"
            else f"{s.name} — {HANT_TITLES[s.name]}"
            if s.role != "analyst"
            else f"{s.name} — {HANT_FIRMS[s.name]} — {HANT_TITLES[s.name]}"
        )

    return HANT_TITLE + _blocks(HANT, label, under="\n\n", heading="問答環節")


def hong_kong_titles() -> str:
    def label(said: Said) -> str:
        if said.role == "operator":
            return f"{said.name}："
        polite = "女士" if said.name in ("梁若溪", "戴書寧") else "先生"
        return f"{HANT_FIRMS.get(said.name, '')}{HANT_TITLES[said.name]}{said.name}{polite}："

    return HANT_TITLE + _blocks(HANT, label, under="", heading=None)


def lenticular() -> str:
    def label(s: Said) -> str:
        return f"【{s.name}】" if s.role == "operator" else f"【{s.name} {FIRMS.get(s.name) or TITLES[s.name]}】"

    return TITLE + _blocks(HANS, label, under="", heading="【问答环节】")


def lines_with_clock() -> str:
    out = [f"{said.name}  00:{2 * i:02}:1{i % 10}\n" + "\n".join(said.words) for i, said in enumerate(HANS)]
    return TITLE + "\n\n".join(out) + "\n"


def firm_then_name() -> str:
    def label(s: Said) -> str:
        return s.name if s.role == "operator" else f"{FIRMS.get(s.name, '禾屿医疗')} {s.name} {TITLES[s.name]}"

    return TITLE + _blocks(HANS, lambda s: label(s) + "：", under="")


def slashes() -> str:
    def label(s: Said) -> str:
        return (
            s.name
            if s.role == "operator"
            else f"{s.name} / {TITLES[s.name]}" + (f" / {FIRMS[s.name]}" if s.name in FIRMS else "")
        )

    return TITLE + _blocks(HANS, label, heading="问答部分")


def bold_bullets() -> str:
    def label(s: Said) -> str:
        return f"- **{s.name}{'' if s.role == 'operator' else '（' + (FIRMS.get(s.name) or TITLES[s.name]) + '）'}**："

    return "# " + TITLE + _blocks(HANS, label, under="", heading="## 二、问答环节")


def english_brackets() -> str:
    def label(s: Said) -> str:
        return (
            f"{s.name} ({HANT_TITLES[s.name]}, {HANT_FIRMS.get(s.name, '禾嶼醫療')})"
            if s.role != "operator"
            else s.name
        )

    return HANT_TITLE + _blocks(HANT, lambda s: label(s) + ":", under=" ", heading="提問環節")


def speech_json() -> str:
    rows = [{"speaker": s.name, "role": TITLES.get(s.name, ""), "speech": "".join(s.words)} for s in HANS]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def round_brackets() -> str:
    return TITLE + "\n".join(f"（{s.name}）" + "".join(s.words) for s in HANS) + "\n"


def asked_and_answered_by() -> str:
    def label(said: Said) -> str:
        if said.section == "qa" and said.role == "analyst":
            return f"问（{FIRMS[said.name]} {said.name}）"
        return (
            f"答（{TITLES[said.name]} {said.name}）" if said.section == "qa" and said.role == "executive" else said.name
        )

    return TITLE + "\n".join(label(s) + "：" + "".join(s.words) for s in HANS) + "\n"


def title_then_name() -> str:
    def label(said: Said) -> str:
        firm = f"（{FIRMS[said.name]}）" if said.name in FIRMS else ""
        return said.name if said.role == "operator" else f"{TITLES[said.name]} {said.name}{firm}"

    return TITLE + _blocks(HANS, label, heading=None)


def firm_hyphen_name() -> str:
    labels = {name: f"{firm}-{name}" for name, firm in FIRMS.items()}
    return TITLE + "\n".join(f"{labels.get(s.name, s.name)}：" + "".join(s.words) for s in HANS) + "\n"


def family_names_only() -> str:
    short = {"邱景川": "邱总", "戴书宁": "戴总"} | {name: f"{firm} {name}" for name, firm in FIRMS.items()}
    return TITLE + "\n".join(f"{short.get(s.name, s.name)}：" + "".join(s.words) for s in HANS) + "\n"


CHINESE_STYLES: dict[str, tuple[tuple[Said, ...], Callable[[], str]]] = {
    "list_then_bare_names": (HANS, list_then_bare_names), "one_list_with_dashes": (HANS, one_list_with_dashes),
    "name_dash_title": (HANT, name_dash_title), "hong_kong_titles": (HANT, hong_kong_titles), "lenticular": (HANS, lenticular),
    "lines_with_clock": (HANS, lines_with_clock), "firm_then_name": (HANS, firm_then_name), "slashes": (HANS, slashes),
    "bold_bullets": (HANS, bold_bullets), "english_brackets": (HANT, english_brackets), "speech_json": (HANS, speech_json),
    "round_brackets": (HANS, round_brackets), "asked_and_answered_by": (HANS, asked_and_answered_by),
    "title_then_name": (HANS, title_then_name), "firm_hyphen_name": (HANS, firm_hyphen_name), "family_names_only": (HANS, family_names_only),
}  # fmt: skip


# The English call of `calls.py`, in styles of meeting software and of pages.


def subtitles() -> str:
    out = [
        f"{i + 1}\n00:{i:02}:01,000 --> 00:{i:02}:59,000\n{s.name}: " + " ".join(s.words) for i, s in enumerate(ENGLISH)
    ]
    return "\n\n".join(out) + "\n"


def web_captions() -> str:
    out = [
        f"00:{i:02}:01.000 --> 00:{i:02}:59.000\n<v {s.name}>" + " ".join(s.words) + "</v>"
        for i, s in enumerate(ENGLISH)
    ]
    return "WEBVTT\n\n" + "\n\n".join(out) + "\n"


def name_and_clock() -> str:
    return "\n\n".join(f"{s.name} ({i:02}:17):\n" + "\n".join(s.words) for i, s in enumerate(ENGLISH)) + "\n"


def name_clock_bare() -> str:
    return "\n\n".join(f"{s.name}  {i}:17\n" + "\n".join(s.words) for i, s in enumerate(ENGLISH)) + "\n"


def table_rows() -> str:
    rows = [f"| {s.name} | {' '.join(s.words)} |" for s in ENGLISH]
    return "| Speaker | Text |\n|---|---|\n" + "\n".join(rows) + "\n"


def capitals_over_title() -> str:
    def label(name: str) -> str:
        if name == "Operator":
            return "OPERATOR"
        return f"{name.upper()}\n{ENGLISH_TITLES[name]}" + (f", {ENGLISH_FIRMS[name]}" if name in ENGLISH_FIRMS else "")

    return "\n\n".join(label(s.name) + "\n\n" + "\n\n".join(s.words) for s in ENGLISH) + "\n"


def firm_in_front() -> str:
    def label(n: str) -> str:
        return n if n == "Operator" else f"{ENGLISH_FIRMS.get(n, 'Velmora Robotics')} / {n}"

    return "\n\n".join(f"{label(s.name)}: " + " ".join(s.words) for s in ENGLISH) + "\n"


def angle_quotes() -> str:
    return "\n\n".join(f">> {s.name}: " + " ".join(s.words) for s in ENGLISH) + "\n"


def tabbed() -> str:
    return "\n".join(f"{s.name}\t{' '.join(s.words)}" for s in ENGLISH) + "\n"


def described_over_colon() -> str:
    def label(name: str) -> str:
        return (
            name
            if name == "Operator"
            else f"{name}, {ENGLISH_TITLES[name]}, {ENGLISH_FIRMS.get(name, 'Velmora Robotics Inc.')}"
        )

    return "\n\n".join(label(s.name) + ":\n" + "\n".join(s.words) for s in ENGLISH) + "\n"


def bold_hyphen() -> str:
    return "\n\n".join(f"**{s.name}** – " + " ".join(s.words) for s in ENGLISH) + "\n"


def counted() -> str:
    return "\n".join(f"{i}. {s.name}: " + " ".join(s.words) for i, s in enumerate(ENGLISH, 1)) + "\n"


def clock_above() -> str:
    return "\n\n".join(f"[00:{i:02}:10]\n{s.name}\n" + "\n".join(s.words) for i, s in enumerate(ENGLISH)) + "\n"


ENGLISH_STYLES: dict[str, Callable[[], str]] = {
    f.__name__: f
    for f in (
        subtitles, web_captions, name_and_clock, name_clock_bare, table_rows, capitals_over_title, firm_in_front,
        angle_quotes, tabbed, described_over_colon, bold_hyphen, counted, clock_above,
    )
}  # fmt: skip
