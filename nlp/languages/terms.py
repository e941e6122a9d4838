"""What finance terms and period words become in Chinese: accepted renderings and known wrong ones.

English patterns are matched, case ignored, on text folded by `text.fold`; Chinese (written here in Simplified) on folded
and simplified text. A pattern is bounded: no repeat is unlimited.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodTrap:
    """A period word whose other sense is what a careless translation picks.

    `english` finds the period sense, `other_sense` the true other one (then the rendering is right); `wrong` is Chinese.
    """

    name: str
    english: str
    other_sense: str
    wrong: str
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term with its Chinese renderings. Variants in one inner tuple are the same wording in different house styles.

    `wrong` are renderings of another sense of the words; they are told only where no accepted one stands beside, unless
    `sure`: nothing else in such a paragraph would be put so.
    `consistent` asks for one wording throughout a document.
    """

    name: str
    english: str
    accepted: tuple[tuple[str, ...], ...]
    wrong: tuple[str, ...] = ()
    consistent: bool = False
    sure: bool = False

    @property
    def renderings(self) -> tuple[str, ...]:
        """Every accepted rendering."""
        return tuple(word for group in self.accepted for word in group)


_QUARTER = (
    r"\b(?:first|second|third|fourth|1st|2nd|3rd|4th|last|previous|prior|current|coming|next|same|this|that|each|every"
    r"|fiscal|full|the|per|past|recent|during|in|reported|december|march|june|september) quarters?\b(?! of (?:our|all|its"
    r"|their|total|the (?!year|fiscal|calendar)))|\bquarter(?:-| )(?:over|on|to)(?:-| )(?:quarter|date)\b"
)
_HALF = r"\b(?:first|second|1st|2nd|back|front|latter|last|this) half\b(?! (?:of )?(?:our|all|its|their|total)\b)"

PERIOD_TRAPS: tuple[PeriodTrap, ...] = (
    PeriodTrap(
        name="quarter",
        english=_QUARTER,
        other_sense=(
            r"\b(?:a|one|three)[- ]quarters? (?:of|or|share|stake|percent|inch|point|to|higher|lower|less|more)\b"
            r"|\bone[- ]fourth\b|\ba fourth of\b|\bthree[- ](?:quarters|fourths)\b|\bquarter of (?:our|all|its|their"
            r"|total|the (?!year|fiscal|calendar))|\b(?:about|nearly|almost|roughly|over|than|by) (?:a|one)[- ]quarter\b"
        ),
        wrong="四分之一|一刻钟",
        right=("季度", "季"),
    ),
    PeriodTrap(
        name="half",
        english=_HALF,
        other_sense=r"\bhalf (?:of )?(?:our|all|its|their|total|a|the)\b|\b(?:by|in|nearly|about|over|than|one) half\b",
        wrong="(?:前|后|上|下|第一|第二|第一个|第二个)一?半(?!年|期|场|导体|会计|财)",
        right=("上半年", "下半年", "上半财年", "下半财年"),
    ),
)

TERMS: tuple[Term, ...] = (
    Term(
        name="dollar-based",
        english=r"\bdollar[- ]based\b",
        accepted=(("金额口径", "按金额", "金额计", "基于金额", "收入留存", "金额留存", "净金额", "金额为基础"),),
        wrong=(
            "以美元计算",
            "以美元计价",
            "以美元计",
            "基于美元",
            "按美元计算",
            "以美元为基础",
            "以美元为基准",
            "美元计价",
        ),
    ),
    Term(
        name="color (detail)",
        english=r"\b(?:more|any|some|additional|further|bit of|little) colou?r\b(?! (?:options?|choices?|display|palette))",
        accepted=(("详情", "细节", "资讯", "信息", "说明", "介绍", "情况"),),
        wrong=("色彩", "颜色"),
        sure=True,
    ),
    Term(
        name="free cash flow",
        english=r"\bfree cash flows?\b",
        accepted=(("自由现金流",),),
        wrong=("免费现金流", "免费的现金流"),
        sure=True,
    ),
    Term(name="goodwill", english=r"\bgoodwill\b", accepted=(("商誉",),), wrong=("善意", "友好", "好意")),
    Term(
        name="bottom line",
        english=r"\bbottom[- ]line\b",
        accepted=(("净利", "净利润", "盈利", "获利", "利润"),),
        wrong=("底线",),
    ),
    Term(
        name="top line",
        english=r"\btop[- ]line\b",
        accepted=(("营收", "收入", "营业额", "销售额"),),
        wrong=("顶线", "顶行", "最高线", "头条线"),
        sure=True,
    ),
    Term(
        name="headwind",
        english=r"\bheadwinds?\b",
        accepted=(("逆风", "不利因素", "阻力", "压力"),),
        wrong=("头风", "迎面风"),
    ),
    Term(
        name="interest",
        english=r"\binterest (?:expenses?|income|rates?|payments?)\b",
        accepted=(("利息", "利率"),),
        wrong=("兴趣费用", "兴趣收入", "兴趣率", "兴趣支出"),
        sure=True,
    ),
    Term(
        name="shareholders' equity",
        english=r"\b(?:share|stock)holders'? equity\b",
        accepted=(("股东权益", "净资产"),),
        wrong=("股东公平", "股东公正", "股东平等"),
        sure=True,
    ),
    Term(
        name="provision",
        english=r"\bprovisions? for (?:credit|loan|bad|doubtful|income tax|expected)\b",
        accepted=(("拨备", "准备", "计提", "备抵", "提列"),),
        wrong=("条款", "供应", "供给"),
    ),
    Term(
        name="sequential",
        english=r"\bsequential(?:ly)? (?:growth|increase|decline|decrease|improvement|basis)\b",
        accepted=(("环比", "季增", "季减", "较上季", "与上季", "按季"),),
        wrong=("顺序增长", "依次增长", "连续增长", "顺序下降", "依次下降", "顺序成长", "顺序基础"),
    ),
    Term(
        name="year-over-year",
        english=r"\byear[- ](?:over|on)[- ]year\b",
        accepted=(("同比", "年增", "年减", "按年", "较去年同期", "较上年同期", "年比", "与去年同期"),),
        wrong=("逐年", "年复一年"),
    ),
    Term(
        name="headcount",
        english=r"\bheadcount\b",
        accepted=(("员工", "人员", "人数", "人头"),),
        wrong=("头数", "点人头"),
    ),
    Term(
        name="run rate", english=r"\brun[- ]rate\b", accepted=(("年化",), ("运行",)), wrong=("跑率", "跑步率", "奔跑率")
    ),
    Term(
        name="housekeeping (question)",
        english=r"\bhousekeeping (?:question|item|matter|point)s?\b",
        accepted=(("细节", "事务", "例行", "内务"),),
        wrong=("家务", "家政", "打扫"),
    ),
    Term(
        name="gross margin",
        english=r"\bgross (?:profit )?margin\b",
        accepted=(("毛利率",),),
        wrong=("总边际", "毛边", "总利润率"),
    ),
    Term(
        name="share repurchase",
        english=r"\b(?:share|stock) (?:repurchase|buy-?back)s?\b",
        accepted=(("回购",), ("买回", "库藏股")),
        wrong=("分享回购",),
        consistent=True,
    ),
    Term(
        name="guidance",
        english=r"\b(?:revenue|earnings|financial|quarter|year|annual|margin|our) guidance\b",
        accepted=(("指引",), ("展望", "预测", "预期"), ("财测",)),
        wrong=("指导", "引导", "辅导"),
    ),
    Term(
        name="retention rate",
        english=r"\bretention rates?\b",
        accepted=(("留存率",), ("保留率",), ("续约率",)),
        wrong=("滞留率", "扣留率"),
        consistent=True,
    ),
    Term(
        name="take rate",
        english=r"\btake rates?\b",
        accepted=(("变现率", "货币化率"), ("抽成", "抽佣", "佣金")),
        wrong=("采取率", "拿率"),
        consistent=True,
    ),
    Term(
        name="churn",
        english=r"\bchurn(?: rates?)?\b",
        accepted=(("流失",),),
        wrong=("搅动", "搅拌", "翻腾"),
    ),
)
