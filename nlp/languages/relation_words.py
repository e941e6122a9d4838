"""Words that tell which relation figures stand in: shares and their dilution, where cash began, midpoints of ranges.

Matched on folded text, Chinese simplified.
"""

from __future__ import annotations

import re

from .late import late

BASIC = late(r"\bbasic\b|基本", re.IGNORECASE)
DILUTED = late(r"\bdiluted\b|稀释|摊薄", re.IGNORECASE)
DEPOSITARY = late(r"\bads(?:s|es)?\b|\badrs?\b|american depositary|存托", re.IGNORECASE)
# A count that earnings are divided by, and counts of shares that changed hands.
AVERAGE = late(r"\bweighted\b|\baverage\b|\bused in comput|\bshare count\b|加权|平均", re.IGNORECASE)
TRADED = late(r"\b(?:re)?purchas|\bbought\b|\bretire|\bissu(?:ed|ance)\b|\bsold\b|回购|购回|买回|发行", re.IGNORECASE)
OPENED = late(
    r"\b(?:at|from) the (?:beginning|start) of\b|\bopening\b|\b(?:began|begun|started|opened) (?:the|this)\b"
    r"|期初|年初|季初|年始",
    re.IGNORECASE,
)
_MIDDLE = r"(?:mid-?point|中值|中点|中间值|中位数)"
# "a midpoint of", "the midpoint of the range is", 中值约为: right before an amount.
MIDDLE_BEFORE = late(
    _MIDDLE + r"(?: of (?:the|our|this|that|its) (?:range|guidance|outlook))?,?"
    r"(?:\s(?:is|of|at|would|be|being|implies|represents|means|implying|representing|that|this|it|an?|the|growth|increase|rise"
    r"|decline|decrease|about|around|roughly|approximately)){0,8}\s?"
    r"(?:约|大约|将)?(?:为|是|即|在|计算?[,，]?)?(?:同比|按年)?(?:增长|增幅|上升|下降)?(?:约|大约|为)?\s?\Z",
    re.IGNORECASE,
)
# "at the midpoint", 为中值: right behind an amount, or behind what it is an amount of.
MIDDLE_AFTER = late(
    r"\A(?: (?:growth|increase|growth rate|year over year|year-over-year|in revenue|of growth|higher)){0,3},?\s?(?:\(?(?:at|being|which is|as))?\s?(?:the |our |its )?"
    + _MIDDLE + r"(?! of (?!(?:the|our|this|that) (?:range|guidance|outlook)))",
    re.IGNORECASE,
)  # fmt: skip
_GUIDED = r"(?:guidance|outlook|forecast|guided range|target range|projection)"
_GUIDED_ZH = r"(?:指引|预期|预测|展望|目标|财测)"


def _moved(english: str, chinese: str) -> re.Pattern[str]:
    """Verbs of moving guidance, with the guidance named near them."""
    return late(
        rf"\b(?:{english})\b(?=[^.;]{{0,60}}\b{_GUIDED}\b)|\b{_GUIDED}\b[^.;0-9]{{0,40}}\b(?:{english})\b"
        rf"|(?:{chinese})[^，。；0-9]{{0,20}}{_GUIDED_ZH}|{_GUIDED_ZH}[^。；]{{0,40}}(?:{chinese})",
        re.IGNORECASE,
    )


RAISED = _moved(r"rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|lift(?:s|ed|ing)?|up(?:ped|ping)", "上调|调高|调升|提高")
LOWERED = _moved(r"lower(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?", "下调|调低|调降|降低")
NARROWED = _moved(r"narrow(?:s|ed|ing)?|tighten(?:s|ed|ing)?", "收窄|缩窄")
KEPT = _moved(r"reaffirm(?:s|ed|ing)?|reiterat(?:e|es|ed|ing)|maintain(?:s|ed|ing)?|confirm(?:s|ed|ing)?", "维持|重申")
# Right before the range that held until now.
WAS_GUIDED = late(
    r"\b(?:from|prior|previous(?:ly)?|earlier|original|former|old|compared (?:with|to)|versus|against|instead of)\b[^,;.0-9]{0,40}\Z"
    r"|(?:由|从|此前|先前|之前|原先?|原来)[^，。；0-9]{0,16}\Z",
    re.IGNORECASE,
)
