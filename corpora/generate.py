"""Writes any number of invented bilingual calls with their releases, the same ones for the same seed.

    python corpora/generate.py OUT --calls 2000 --seed 7 --paragraphs 40

Folders are `OUT/<company>/<period>/`. Every sentence holds names and figures of its own, so that nothing that remembers
sentences can help. Growth is computed from the amounts behind the printed ones; every 40th printed rate is wrong.
These calls measure speed and endurance: they are as long as real ones and far more alike, so no score is taken on them.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PEOPLE = (
    ("Ada Lindqvist", "林艾达"), ("Gao Minsheng", "高敏生"), ("Irene Shao", "邵依然"), ("Oskar Feld", "费奥思"),
    ("Pan Yuhe", "潘雨禾"), ("Wren Calloway", "温凯乐"), ("Lucia Ferro", "傅露西"), ("Shen Zhiyuan", "沈致远"),
)  # fmt: skip
HOUSES = (
    ("Oldmere Securities", "奥德米证券"), ("Tarn & Hollis", "塔恩霍利斯"), ("North Quay Research", "北埠研究"),
    ("Pinefield Partners", "松野合伙"), ("Saltmarch Capital", "盐野资本"),
)  # fmt: skip
SYLLABLES = (
    ("ka", "卡"), ("vo", "沃"), ("lin", "林"), ("tes", "特斯"), ("mar", "马尔"), ("do", "多"), ("rel", "瑞尔"),
    ("su", "苏"), ("ban", "班"), ("ni", "尼"), ("hol", "霍尔"), ("pe", "佩"), ("gar", "加尔"), ("so", "索"),
    ("wen", "文"), ("dra", "德拉"), ("fi", "菲"), ("mun", "蒙"), ("ter", "特尔"), ("ga", "嘉"), ("bel", "贝尔"),
    ("ru", "鲁"), ("ost", "奥斯特"), ("li", "利"), ("qua", "夸"), ("zen", "曾"), ("tor", "托尔"), ("mi", "米"),
)  # fmt: skip
TRADES = (
    ("Pump Systems", "泵业"), ("Cold Storage", "冷藏"), ("Optical Parts", "光学部件"), ("Payroll Software", "薪酬软件"),
    ("Rail Services", "轨道服务"), ("Seed Technology", "种业科技"), ("Packaging", "包装"), ("Learning Tools", "学习用品"),
)  # fmt: skip
METRICS = (
    ("Revenue", "营业收入"), ("Gross profit", "毛利"), ("Operating income", "经营利润"), ("Net income", "净利润"),
    ("Cost of revenue", "营业成本"), ("Research and development expense", "研发费用"),
    ("Selling and marketing expense", "销售费用"), ("Capital expenditure", "资本开支"),
    ("Cash flow from operations", "经营活动现金流"), ("Deferred revenue", "递延收入"),
)  # fmt: skip
LINES = (
    ("equipment", "设备业务"), ("service", "服务业务"), ("software", "软件业务"), ("overseas", "海外业务"),
    ("rental", "租赁业务"), ("spare parts", "备件业务"),
)  # fmt: skip
QUARTERS = (("first", "一"), ("second", "二"), ("third", "三"), ("fourth", "四"))

# English and Chinese of one statement; the fields are filled in by `Facts`.
FIGURES = (
    ("{metric} was {now}, {moved} {rate}% from {then} a year earlier, helped by the {name} programme.",
     "受益于{name_zh}项目，{metric_zh}为{now_zh}，较上年同期的{then_zh}{moved_zh}{rate}%。"),
    ("In {place}, {line} revenue came to {now}, compared with {then} in the same quarter of last year.",
     "在{place_zh}，{line_zh}收入为{now_zh}，上年同期为{then_zh}。"),
    ("The {name} plant shipped {count} units in the quarter, {some} more than our plan of {plan}.",
     "{name_zh}工厂本季度出货{count}台，比计划的{plan}台多{some}台。"),
    ("Orders from {place} {moved_past} {rate}% to {now}, and the contract with {name} explains most of it.",
     "来自{place_zh}的订单{moved_zh}{rate}%，达到{now_zh}，主要来自与{name_zh}的合同。"),
    ("Gross margin of the {name} family was {margin}%, which is {points} percentage points better than a year ago.",
     "{name_zh}系列的毛利率为{margin}%，同比提高{points}个百分点。"),
    ("We paid {now}, or about US${dollars} million, for the {name} business and closed the purchase in {place}.",
     "我们以{now_zh}（约合{dollars_zh}万美元）收购了{name_zh}业务，并已在{place_zh}完成交割。"),
    ("{line_head} now makes up {share}% of revenue, against {margin}% when the {name} centre opened.",
     "{line_zh}目前占收入的{share}%，{name_zh}中心启用时为{margin}%。"),
    ("Our {name} subscribers stay with us: retention in {place} was {share}% over the last twelve months.",
     "{name_zh}用户的黏性很高：过去十二个月，{place_zh}的留存率为{share}%。"),
    ("We spent {now} on the {name} laboratory, of which {then} went to people and the rest to machines.",
     "我们在{name_zh}实验室投入{now_zh}，其中{then_zh}用于人员，其余用于设备。"),
    ("{metric} of {now} includes a one-off gain of {small} from the sale of land in {place}.",
     "{metric_zh}{now_zh}中，包含出售{place_zh}土地的一次性收益{small_zh}。"),
    ("Receivables at {name} fell by {small} to {now}, and the average customer now pays after {days} days.",
     "{name_zh}的应收账款减少{small_zh}至{now_zh}，客户平均付款期为{days}天。"),
    ("For the {name} line we expect between {low} and {high} next quarter, depending on deliveries to {place}.",
     "{name_zh}产品线下季度预计为{low_zh}至{high_zh}，取决于对{place_zh}的交付。"),
    ("Headcount in {place} reached {count}, and some {some} of these colleagues work on {name}.",
     "{place_zh}员工达到{count}人，其中约{some}人从事{name_zh}相关工作。"),
)  # fmt: skip
WORDS = (
    ("The people who run {name} have rebuilt the way in which {place} plans its week, and the customers notice.",
     "负责{name_zh}的同事重新梳理了{place_zh}每周的排产方式，客户已经感受到变化。"),
    ("Nobody should expect miracles from {name}, because the permits for {place} take their time.",
     "对{name_zh}不应期望奇迹，因为{place_zh}的审批需要时间。"),
    ("What makes me hopeful is that engineers from {place} and the {name} team finally share one set of drawings.",
     "让我感到有希望的是，{place_zh}的工程师与{name_zh}团队终于使用同一套图纸。"),
    ("A competitor left {place} last winter, and several of its dealers have asked to carry {name} instead.",
     "去年冬天一家竞争对手退出了{place_zh}，其多家经销商已提出改为销售{name_zh}。"),
    ("We moved the {name} warehouse closer to {place}, so that trucks no longer cross the river twice.",
     "我们把{name_zh}仓库迁到离{place_zh}更近的地方，货车不必再两次过江。"),
    ("Regulators in {place} are reviewing the {name} rules, and we have told them openly what we think.",
     "{place_zh}的监管部门正在审议{name_zh}规则，我们已坦率表达意见。"),
    ("Customers of {name} asked for shorter contracts, and in {place} we gave them what they asked for.",
     "{name_zh}的客户希望合同期更短，我们在{place_zh}满足了他们的要求。"),
    ("Artificial intelligence helps us to sort the {name} claims, though people in {place} still decide.",
     "人工智能帮助我们对{name_zh}的索赔进行分类，但仍由{place_zh}的人员作出决定。"),
)  # fmt: skip
QUESTIONS = (
    ("How much of the {name} growth came from price, and what do you expect for {place} next year?",
     "{name_zh}的增长有多少来自价格，贵公司对明年{place_zh}有何预期？"),
    ("You said about {now} for {name}; could you split that between {place} and the rest?",
     "您提到{name_zh}约为{now_zh}，能否拆分{place_zh}和其他地区？"),
    ("Where do you see the margin of {name} settle once {place} is running?",
     "{place_zh}投产后，{name_zh}的毛利率会稳定在什么水平？"),
    ("What keeps {name} from growing faster in {place}, demand or people?",
     "是什么限制了{name_zh}在{place_zh}更快增长，是需求还是人手？"),
)  # fmt: skip
GREETINGS = (
    ("Thank you for the question about {name}.", "谢谢您关于{name_zh}的提问。"),
    ("That is a fair point on {name}.", "关于{name_zh}，您说得有道理。"),
    ("Let me begin with {name}.", "我先谈{name_zh}。"),
)


@dataclass
class Facts:
    """The names and figures of one call, drawn in order from its own generator; no name comes twice."""

    draw: random.Random
    printed: int = 0
    used: set[str] = field(default_factory=set)

    def fresh(self) -> tuple[str, str]:
        """An invented name in both languages."""
        while True:
            parts = self.draw.choices(SYLLABLES, k=self.draw.choice((2, 3, 3, 4)))
            name = "".join(part[0] for part in parts).capitalize()
            if name not in self.used:
                self.used.add(name)
                return name, "".join(part[1] for part in parts)

    def fill(self, pair: tuple[str, str]) -> tuple[str, str]:
        """One statement in both languages."""
        facts = self._facts()
        return pair[0].format(**facts), pair[1].format(**facts)

    def _facts(self) -> dict[str, str]:
        draw = self.draw
        then = draw.randint(200, 90_000)  # tenths of a million
        now = max(210, round(then * draw.uniform(0.7, 1.6)))
        self.printed += 1
        wrong = 7.7 if self.printed % 40 == 0 else 0.0
        plan, some, low = draw.randint(900, 60_000), draw.randint(20, 800), draw.randint(300, 40_000)
        metric, line = draw.choice(METRICS), draw.choice(LINES)
        name, place = self.fresh(), self.fresh()
        up = now >= then
        return {
            "name": name[0], "name_zh": name[1], "place": place[0], "place_zh": place[1],
            "metric": metric[0], "metric_zh": metric[1], "line": line[0], "line_zh": line[1],
            "line_head": f"The {line[0]} business", "now": money(now), "now_zh": money_zh(now), "then": money(then),
            "then_zh": money_zh(then), "rate": f"{abs(now / then - 1) * 100 + wrong:.1f}",
            "moved": "up" if up else "down", "moved_past": "rose" if up else "fell", "moved_zh": "增长" if up else "下降",
            "count": f"{plan + some:,}", "plan": f"{plan:,}", "some": f"{some:,}", "days": str(draw.randint(20, 140)),
            "margin": f"{draw.uniform(12, 60):.1f}", "points": f"{draw.uniform(0.2, 6):.1f}",
            "share": f"{draw.uniform(61, 99):.1f}", "dollars": f"{now / 71:.1f}", "dollars_zh": f"{now / 71 * 100:,.0f}",
            "small": money(max(11, now // 20)), "small_zh": money_zh(max(11, now // 20)), "low": money(low),
            "low_zh": money_zh(low), "high": money(low + low // 12), "high_zh": money_zh(low + low // 12),
        }  # fmt: skip


def money(tenths: int) -> str:
    """Tenths of a million renminbi in English."""
    return f"RMB{tenths / 10:,.1f} million"


def money_zh(tenths: int) -> str:
    """The same amount in Chinese, digit for digit."""
    return f"{tenths / 1000:.3f}亿元" if tenths >= 1000 else f"{tenths * 10:,}万元"


@dataclass(frozen=True)
class Call:
    """One generated call: where it belongs, and its files by name."""

    company: str
    period: str
    files: dict[str, str]


def generate(calls: int, *, seed: int, paragraphs: int = 40) -> Iterator[Call]:
    """`calls` calls of about `calls / 4` companies; `paragraphs` of four statements each, questions included."""
    for number in range(calls):
        yield _call(number, random.Random(f"{seed}/{number}"), paragraphs)  # noqa: S311 - nothing secret is drawn


def write(out: Path, calls: int, *, seed: int, paragraphs: int = 40) -> None:
    """Write the calls as `out/<company>/<period>/<file>`."""
    for call in generate(calls, seed=seed, paragraphs=paragraphs):
        folder = out / call.company.replace(" ", "-").lower() / call.period
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in call.files.items():
            (folder / name).write_text(text, encoding="utf-8")


def _company(number: int) -> tuple[str, str]:
    """A company for every four calls; its number is spelled in syllables, so no two share a name."""
    base, parts, rest = len(SYLLABLES), [], number // 4
    for _ in range(3):
        parts.append(SYLLABLES[rest % base])
        rest = rest // base
    trade = TRADES[number // 4 % len(TRADES)]
    name = "".join(part[0] for part in parts).capitalize()
    return f"{name} {trade[0]} Limited", "".join(part[1] for part in parts) + trade[1]


def _call(number: int, draw: random.Random, paragraphs: int) -> Call:
    company, facts = _company(number), Facts(draw)
    year, quarter = 2027 + number // 4 % 3, number % 4
    title = f"{company[0]} {QUARTERS[quarter][0].capitalize()} Quarter {year} Earnings Call"
    title_zh = f"{company[1]}{year}年第{QUARTERS[quarter][1]}季度业绩电话会议"
    chief, money_chief, analyst, other = draw.sample(PEOPLE, 4)
    blocks: list[tuple[str, str]] = [("Operator", "接线员")]
    blocks += [(f"Welcome to the {title} on {facts.fresh()[0]}. Please go ahead, {chief[0]}.",
                f"欢迎参加{title_zh}。请{chief[1]}发言。")]  # fmt: skip
    prepared = max(2, paragraphs * 2 // 3)
    blocks += _speech(facts, (f"{chief[0]} -- Chief Executive Officer", f"{chief[1]} -- 首席执行官"), prepared // 2)
    blocks += _speech(
        facts,
        (f"{money_chief[0]} -- Chief Financial Officer", f"{money_chief[1]} -- 首席财务官"),
        prepared - prepared // 2,
    )
    blocks += [("Questions and Answers:", "问答环节")]
    for turn in range(max(1, (paragraphs - prepared) // 3)):
        who, house = (analyst, other)[turn % 2], draw.choice(HOUSES)
        blocks += _exchange(facts, who, house, (chief, money_chief)[turn % 2])
    blocks += [("Operator", "接线员"), (f"This ends the {title}. Good-bye.", f"{title_zh}到此结束。再见。")]
    return Call(
        company=company[0], period=f"{year}-Q{quarter + 1}", files=_files(number, title, title_zh, blocks, facts)
    )


def _speech(facts: Facts, label: tuple[str, str], paragraphs: int) -> list[tuple[str, str]]:
    kinds = (FIGURES, FIGURES, WORDS, FIGURES)
    out = [label]
    for _ in range(paragraphs):
        said = [facts.fill(facts.draw.choice(kind)) for kind in kinds]
        out.append((" ".join(one for one, _ in said), "".join(two for _, two in said)))
    return out


def _exchange(
    facts: Facts, who: tuple[str, str], house: tuple[str, str], chief: tuple[str, str]
) -> list[tuple[str, str]]:
    first, second = (facts.fill(pair) for pair in facts.draw.sample(QUESTIONS, 2))
    place = facts.fresh()
    hello, answer = facts.fill(facts.draw.choice(GREETINGS)), [facts.fill(facts.draw.choice(FIGURES)) for _ in range(3)]
    return [
        ("Operator", "接线员"),
        (f"The next question is from {who[0]} with {house[0]} in {place[0]}. Please go ahead.", f"下一个问题来自{place[1]}{house[1]}的{who[1]}，请讲。"),
        (f"{who[0]} -- {house[0]} -- Analyst", f"{who[1]} -- {house[1]} -- 分析师"),
        (f"{first[0]} And secondly, {second[0][0].lower()}{second[0][1:]}", f"{first[1]}另外，{second[1]}"),
        (f"{chief[0]} -- Chief Executive Officer", f"{chief[1]} -- 首席执行官"),
        (" ".join((hello[0], *(one for one, _ in answer))), "".join((hello[1], *(two for _, two in answer)))),
    ]  # fmt: skip


def _files(number: int, title: str, title_zh: str, blocks: list[tuple[str, str]], facts: Facts) -> dict[str, str]:
    """Two files for even calls, English and Chinese by turns for odd ones, and a release for each."""
    lines = [facts.fill(facts.draw.choice(FIGURES))[0] for _ in range(12)]
    release = f"{title.replace('Earnings Call', 'Financial Results')}\n\n" + "\n\n".join(lines) + "\n"
    if number % 2:
        mixed = "\n\n".join(f"{one}\n\n{two}" for one, two in blocks)
        return {"transcript.txt": f"{title}\n\n{mixed}\n", "release.txt": release}
    return {
        "transcript.txt": f"{title}\n\n" + "\n\n".join(one for one, _ in blocks) + "\n",
        "translation.txt": f"{title_zh}\n\n" + "\n\n".join(two for _, two in blocks) + "\n",
        "release.txt": release,
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--calls", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--paragraphs", type=int, default=40)
    given = parser.parse_args()
    write(given.out, given.calls, seed=given.seed, paragraphs=given.paragraphs)


if __name__ == "__main__":
    main()
