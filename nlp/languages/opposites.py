"""Words of which only one can be true of a figure, and what a change is from; on folded, simplified text in lower case."""

from __future__ import annotations

import re

from .late import late

# A line is a group; what is between two bars is one of its members.
_ENGLISH = r"""
intraday|closing
interim|final|special(?= dividend)
daily;weekly;monthly;quarterly;annual(?:ly)?|yearly
gross|net
include[sd]?|including|inclusive;exclude[sd]?|excluding|excl\.?|stripping out|leaving out|before (?:fuel|special|exceptional|one-off|items)
in cash|in (?:stock|shares)
physical|economic
wholesale|retail
domestic|international|overseas|foreign
online|offline|in-store
commercial|residential
basic|diluted
long-term|short-term
fixed|variable|floating
senior|subordinated
pre-?tax|before tax;after[ -]tax
gold|silver|copper|platinum|palladium|zinc|nickel|lead(?= (?:price|production|output))
diesel|electricity|gasoline|natural gas|crude
on (?:average )?(?:tangible )?(?:common )?(?:shareholders'? )?equity|on (?:average )?(?:total )?assets
highest|lowest
men'?s|women'?s
inbound|outbound
imports?|exports?
approved|rejected
"""
_CHINESE = r"""
中期(?=.{0,2}[股派分息])|末期(?=.{0,2}[股派分息])|特别(?=.{0,2}[股派分])
日(?=均|活|产)|周(?=均|活)|月(?=均|活|产能)|年(?=均|活|产能)
税前|税后
线上|线下
国内|境内;海外|境外|国外
一二线|二三线|三四线
批发|零售
直营|加盟
乘用车|商用车
进口|出口
综合(?=偿)|核心(?=偿)
不超|不高于|最多|至多;不低于|不少于|最少|至少
最高|最低|平均
收购|购入|买入;出售|售出|转让|卖出
新高|新低
总额|净额
净负债|资产负债
短期|长期
固定|浮动
大型|中型|小型
火电|风电|水电|太阳能|光伏|核电
电源|电网
iii期|(?<!i)ii期|(?<!i)i期
住宅|商业(?=地产|用房)|写字楼
存款|贷款
买方|卖方
男性|女性
新订单|新出口订单
净投放|净回笼
加息|降息
净申购|净赎回
净流入|净买入;净流出|净卖出
市盈率|市净率|市销率
目标价|发行价|收购价
上旬|中旬|下旬
第一产业|第二产业|第三产业
(?<![较比])上周(?![一二三四五六日])|(?<![较比])上月|(?<![较比])本周|(?<![较比])本月
周一|周二|周三|周四|周五|周六|周日
今[日天]|明[日天]|昨[日天]
贸易顺差|贸易逆差
上限|下限
折让|折价;溢价
连涨|连升|连增;连跌|连降|连减
买超|卖超
荣枯线上方|荣枯线下方
跑赢|跑输
国庆档|五一档|春节档|暑期档|元旦档|清明档|中秋档|端午档
全周|全月
周内|月内|年内
(?<![上本单每当个一二三四五六七八九十0-9])周(?=[涨跌升降])|(?<![上本单每当个一二三四五六七八九十0-9])月(?=[涨跌升降])
季度(?=股息|派息|分红)|年度(?=股息|派息|分红)
调升|调贬
放量|缩量
压力位|支撑位
首套|二套
网上(?=中签|发行|申购)|网下
新房|二手房
预算收入|预算支出
成交量|持仓
楼面价|起拍价
隔夜|7天|14天
cpi|居民消费价格;ppi|生产者.{0,2}价格
首次|再次
"""
# Of one figure alone: a line may tell several.
_BESIDE = r"""
teu|feu
早盘(?!收)|(?:午盘|午间|半日|早盘收)|夜盘|尾盘
盘前|(?<!收)盘后
收盘|收涨|收跌|收报|收于;盘中|一度|盘初|高见|低见;开盘|高开|低开
"""


def _members(line: str) -> tuple[re.Pattern[str], ...]:
    if ";" in line:  # each side is one member of several words
        return tuple(
            late(rf"(?:{side})") if not line.isascii() else late(rf"\b(?:{side})\b") for side in line.split(";")
        )
    return tuple(late(rf"(?:{word})") if not word.isascii() else late(rf"\b{word}(?![a-z])") for word in _split(line))


def _split(line: str) -> list[str]:
    """Cut at the bars that stand in no bracket."""
    out, depth = [""], 0
    for char in line:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            out.append("")
        else:
            out[-1] += char
    return out


def _groups(lines: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(_members(line) for line in lines.strip().split("\n") if line)


OPPOSITES = _groups(_ENGLISH + _CHINESE)
OPPOSITES_BESIDE = _groups(_BESIDE)  # beside a figure, not in its line
# What a change is from: the year before, the period before, or the start of the year.
FROM: dict[str, re.Pattern[str]] = {
    "the year before": late(
        r"\byear[ -](?:on|over)[ -]year\b|\byoy\b|\by/y\b|\b(?:a|one) year (?:ago|before|earlier)\b|\byear[ -](?:ago|earlier)\b|"
        r"\b(?:last|previous|prior)[ -]year\b(?!'s (?:first|second|third|fourth))|\b(?:over|in|than) (?:the (?:last|past) )?(?:12|twelve) months\b|同比|年增|按年|[较比](?:上|去)年(?!末|底)同?期?"
    ),
    "the period before": late(
        r"\bsequential(?:ly)?\b|\bquarter[ -](?:on|over)[ -]quarter\b|\bqoq\b|\bq/q\b|\b(?:linked|preceding|previous|prior|last) (?:quarter|month|week)\b|"
        r"\bmonth[ -](?:on|over)[ -]month\b|\b(?:from|over|on|than|than in|with) (?:the )?(?:q[1-4]|(?:first|second|third|fourth) quarter)(?! of\b| in\b)|"
        r"环比|季增|月增|按[季月]|[较比]上(?:一|个|一个)?[月季周]|[较比](?:第?[一二三四]季度?|[0-9]{1,2}月(?!末|底))"
    ),
    "the start of the year": late(
        r"[较比](?:年初|上年末|去年末|上年底|去年底|期初)|\bsince (?:the start of the year|january|december)\b"
    ),
}
# What a number is for one of: "per ounce", 元/公斤, 每吨.
PER_WHAT = late(
    r"(?:\b(?:per|an?|each)\s|/\s?)(?P<one>tonnes?|tons?|ounces?|oz|pounds?|lbs?|barrels?|bbl|gallons?|lit(?:er|re)s?|kilos?|kg|"
    r"grams?|miles?|kilomet(?:er|re)s?|km|days?|weeks?|months?|hours?|minutes?|nights?|square (?:foot|met(?:er|re))|acres?|hectares?|"
    r"公斤|千克|斤|吨|克|盎司|桶|升|平方米|亩|立方米|千瓦时|度|辆|台|件|箱|个|股|手|斗|蒲式耳|短吨|日|天|周|月|小时)"
)
# In which money a change is reckoned: 以美元计, "in euro terms".
RECKONED_IN = late(
    r"[以按](?P<one>(?:人民)?[\u3400-\u9fff][元币镑郎])(?:计|口径|折算)|(?P<two>美元|欧元|日元|港元|英镑)(?=营收|收入|口径)|"
    r"\bin (?:us )?(?P<three>dollar|euro|yen|sterling|yuan|renminbi|franc) terms\b"
)
TERM = late(r"(?<![0-9.])[0-9]{1,2}(?:年|个月|天)期")  # 10年期
EACH = late(r"每(?P<one>公斤|千克|斤|吨|克|盎司|桶|升|平方米|亩|立方米|千瓦时|度|辆|台|件|箱|个|股|手|短吨|蒲式耳)")
SAME_ONE: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "ton tonne 吨",
        "ounce oz 盎司",
        "pound lb",
        "barrel bbl 桶",
        "kilo kg 公斤 千克",
        "day 日 天",
        "kilometer kilometre km",
        "liter litre 升",
        "千瓦时 度",
        "teu 标箱 标准箱 箱",
        "次/天 次/日",
        "股 只",
    )
)
# What is counted or measured right behind a number in Chinese.
MEASURED = late(
    r"\s?(?P<one>标准?箱|teu|箱(?!包|子|式)|手(?!机|术|续|工)|股(?!东|份|权|息|票|价)|次/[天日周月]|千瓦时|千瓦|兆瓦时|兆瓦|吉瓦时|吉瓦|万?千米|公里|海里|公斤|千克|斤|吨|盎司|克|桶|升|立方米|平方米|平方公里|亩|公顷|辆|台|头|只|艘|架|人次|场|张)"
)
