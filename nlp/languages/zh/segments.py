"""How Chinese names the parts of a business, and what only looks like such a name."""

from __future__ import annotations

from ..hints import Hinted
from ..late import late
from .claims import CLAIMS as ZH

ZH_NOUNS = ZH.segment_nouns
ZH_NAMED = Hinted(
    rf"([A-Za-z0-9&\-]{{2,20}}|[\u4e00-\u9fff]{{2,10}}?(?:服务|解决方案|平台)|[\u4e00-\u9fff]{{2,10}}?(?=\s*{ZH_NOUNS}))\s*(?:{ZH_NOUNS})?(?:的)?\s*(?:营业)?(?:收入|营收|毛利率|销售额|贡献)"
)
# 配件、零部件及服务收入: a name that is a list.
ZH_LIST_NAMED = Hinted(
    r"(?<![\u4e00-\u9fff])((?:[\u4e00-\u9fff]{2,6}、){1,3}[\u4e00-\u9fff]{2,6}[及和与][\u4e00-\u9fff]{2,6}?)(?:之|的)?(?:营业)?(?:收入|营收|毛利率)"
)
ZH_FROM = Hinted(r"来自\s*([^，。；、的\s,]{2,12}?)(?:业务|部门|事业)?的?(?:收入|营收)")
# 依部门来看，… and 各业务毛利率方面，…: the heads of the clauses that follow are names.
ZH_BREAKDOWN = Hinted(
    r"(?:各(?:个|大|项)?|(?:[两三四五六]|几)(?:个|大)?|[依按分]|细分)(?:业务|部门|事业部|分部|板块|地区|区域|产品线|产品|品牌)[^。！？\n]{0,160}"
)
ZH_CLAUSE = late(
    r"(?<=[，,；;：:、。])([\u4e00-\u9fffA-Za-z&]{2,8}?)(?:业务|部门|板块|分部)?(?=(?:则|仍|约|的)?(?:为|是|达|占|贡献|实现|收入|营收|毛利率|成长"
    r"|增长)[^，。；,]{0,14}[0-9]|仍?是(?:我们)?(?:的)?最大)"
)
ZH_LARGEST = Hinted(
    r"([\u4e00-\u9fffA-Za-z&]{2,10}?)(?:仍|依然|依旧|还)?是(?:我们|公司|集团)?(?:的)?(?:最大|第[一二三]大|主要)的?(?:业务|部门|板块|分部|收入来源)"
)
ZH_GIVES = Hinted(
    r"(?<![\u4e00-\u9fff])(?:其中|而)?([\u4e00-\u9fffA-Za-z&]{2,8}?)(?:业务|部门|板块)?(?:贡献|实现|录得|带来)(?:了)?(?:营业)?(?:收入"
    r"|营收|销售额)?[^，。；,]{0,6}[0-9]"
)
# What a run of Han characters may hold before a name begins, and what no name is.
ZH_CUT = late(
    r".*(?:[的了是为在对于由从自占]|来自|其中|其余|我们|公司|本季度?|季度?|年度?|月|方面|以及|、|包括|整体|各|分别|主要|至于|关于|与去年|同期|受益|得益|推动|带动)"
)
ZH_NO_NAME = late(
    r"^(?:.*(?:[亿万千百]元|单位|溢利|盈利|盈余|现金|百分点|每|收入|营收|毛利|利润|费用|成本|支出|现金|客户|用户|同比|环比|增长|成长|下降|增加|减少|目前|累计|完成|运送|新开|今年|去年|方面|合计|总计|总额|整体|公司|全年|第|比重|其余|其他|部门"
    r"|业务|两者|三者|一|二|三|四|上述|主要|核心|新|本|该|此|这|那|它|我们|以上|以下|左右).*|.|[A-Za-z])$"
)
# X增长5%: a name that moves is a part of the business where it is met so more than once.
ZH_MOVES = Hinted(
    r"(?<![\u4e00-\u9fff])(?:其中|而|但)?([\u4e00-\u9fffA-Za-z&]{2,8}?)(?:业务|部门|板块)?(?:的)?(?:收入|营收|营业收入)?(?:同比|环比|年|季|则|也|按年)?"
    r"(?:增长|成长|增加|下降|减少|下滑|上升|提升|贡献|增|减|升|降)(?:了|约|近|逾)?[0-9]"
)
# 《远航》, 「小灶」: a product or brand, where it is met more than once and is no law, report or plan.
ZH_QUOTED = Hinted(
    r"[《「『“]((?!关于)[\u4e00-\u9fffA-Za-z0-9]{2,10}(?<!办法)(?<!规定)(?<!条例)(?<!报告)(?<!准则)(?<!通知)(?<!意见)(?<!章程)"
    r"(?<!协议)(?<!计划)(?<!战略)(?<!法))[》」』”](?=[^，。；,;]{0,10}[0-9])"
)
# The rows of a table between 收入： and 合计.
ZH_TABLE = Hinted(
    r"(?m)^[ \t\u3000]*(?:营业)?(?:总)?(?:收入|营收)[:：]?[ \t\u3000]*\n((?:[^\n]*\n){1,12}?)[ \t\u3000]*(?:合计|总计|总收入|收入合计|营业总收入)"
)
ZH_ROW = Hinted(r"(?m)^[ \t\u3000]*([\u4e00-\u9fffA-Za-z&及与和]{2,12})[ \t\u3000]{2,}[(（]?[0-9]")
ZH_ITEM = Hinted(
    r"(?m)^[ \t\u3000]*[•\-*–·●][ \t\u3000]*([\u4e00-\u9fffA-Za-z&]{2,12})[:：][ \t]*(?:约|达|为)?(?:人民币|美元|港元|新台币|[A-Z]{2,3}\$?)? ?[0-9]"
)
# What ends many names and tells none apart.
ZH_GENERIC = (
    "解决方案",
    "事业群",
    "系统",
    "产品",
    "业务",
    "设备",
    "服务",
    "平台",
    "板块",
    "部门",
    "市场",
    "地区",
    "分部",
)
# Names of lines that stand for what is left.
ZH_OTHERS = frozenset(
    "其他 其它 其他业务 其它业务 其他收入 其他产品 其他服务 主营业务 其他地区 未分配 分部间抵销 抵销 小计".split()
)
