"""Numbers in Chinese."""

from __future__ import annotations

from ..number_rules import NumberRules
from .currencies import CURRENCIES, SUBUNITS

_PLAIN = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_OTHERS = {"〇": 0, "○": 0, "两": 2, "俩": 2, "弍": 2, "参": 3, "叄": 3, "陸": 6, "貳": 2, "幺": 1, "叁": 3}

_BEFORE = {
    "约": "about",
    "大约": "about",
    "大概": "about",
    "约为": "about",
    "约有": "about",
    "大致": "about",
    "差不多": "about",
    "约莫": "about",
    "近": "nearly",
    "将近": "nearly",
    "接近": "nearly",
    "几乎": "nearly",
    "近乎": "nearly",
    "超过": "over",
    "超过了": "over",
    "超": "over",
    "逾": "over",
    "破": "over",
    "突破": "over",
    "突破了": "over",
    "跨过": "over",
    "越过": "over",
    "多于": "over",
    "大于": "over",
    "高于": "over",
    "高过": "over",
    "不止": "over",
    "过": "over",
    "至少": "at_least",
    "至少有": "at_least",
    "至少为": "at_least",
    "最少": "at_least",
    "最少有": "at_least",
    "不少于": "at_least",
    "不小于": "at_least",
    "不低于": "at_least",
    "大于等于": "at_least",
    "大于或等于": "at_least",
    "大于或者等于": "at_least",
    "等于或大于": "at_least",
    "不下于": "at_least",
    "起码": "at_least",
    "起码有": "at_least",
    "不到": "under",
    "不足": "under",
    "不及": "under",
    "未满": "under",
    "不满": "under",
    "低于": "under",
    "少于": "under",
    "小于": "under",
    "至多": "at_most",
    "至多有": "at_most",
    "最多": "at_most",
    "最多有": "at_most",
    "不超过": "at_most",
    "不会超过": "at_most",
    "不会高于": "at_most",
    "不多于": "at_most",
    "不高于": "at_most",
    "不大于": "at_most",
    "未超过": "at_most",
    "小于等于": "at_most",
    "小于或等于": "at_most",
    "小于或者等于": "at_most",
    "等于或小于": "at_most",
}

_AFTER = {
    "以上": "at_least",
    "及以上": "at_least",
    "或以上": "at_least",
    "或更多": "at_least",
    "或更高": "at_least",
    "或更少": "at_most",
    "或更低": "at_most",
    "以下": "at_most",
    "及以下": "at_most",
    "或以下": "at_most",
    "以内": "at_most",
    "之内": "at_most",
    "左右": "about",
    "上下": "about",
    "许": "about",
    "多": "over",
    "余": "over",
    "有余": "over",
    "出头": "over",
}

_COUNTERS = (
    "个 家 名 位 人 项 款 种 类 台 套 辆 座 间 所 条 件 份 只 支 部 本 次 单 笔 户 城 省 国 处 场 店 盒 瓶 吨 公斤 千克 克 公里 米 平方米 "
    "平方公里 平米 亩 股 手 张 颗 片 门 对 双 组 级 批 层 栋 艘 架 列 枚 桶 升 度 瓦 千米 千卡 千伏 兆赫 兆帕 千瓦 兆瓦 吉瓦 千瓦时 小时 分钟 秒 天 席 岁 字 点 步 头 匹 口 "
    "棵 根 道 版 期 大 倍 人次 人民 客户 用户 员工 门店 座席 城市 国家 企业 学生 车 例 起 届 站 点位 万人 箱 包 袋 篇 章 集 堂 课 床 盏 "
    "幅 顶 尺 寸 英里 海里 公顷 立方米 加仑 盎司 磅 吉 端 块钱 环节 方面 平 元件"
)

ZH = NumberRules(
    code="zh",
    digits={
        **{char: value for value, char in enumerate(_PLAIN)},
        **{char: value for value, char in enumerate(_FORMAL)},
        **_OTHERS,
    },
    tens={"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3},
    scales={"万": 4, "亿": 8, "兆": 12, "萬": 4, "億": 8},
    currencies=CURRENCIES,
    subunits=SUBUNITS,
    points=("个百分点", "百分点", "个百份点", "个点"),
    basis_points=("个基点", "基点", "个基本点", "个bps", "bps"),
    before=_BEFORE,
    after=_AFTER,
    range_words=("至", "到", "~", "-", "--", "至于", "〜", "～"),
    range_closers=("之间", "之内", "区间", "间"),
    changes=frozenset(
        "增加 增加了 增长 增长了 成长 成长了 上升 上升了 上涨 上涨了 下降 下降了 减少 减少了 下跌 提升 提升了 提高 提高了 扩大 收窄 收窄了 降低 "
        "降低了 回升 回落 下滑 扩张 年增 季增 上调 下调 上行 下行 攀升 缩减 净增 净减 缩水 缩窄 升值 贬值 走高 走低 同比多 同比少 环比多 环比少 多了 少了 升 降 涨 跌 增 减 加 同比增长 同比增加".split()
    ),
    id_cues=frozenset({"代码", "密码", "号码", "电话", "编号", "拨入", "会议号", "证号"}),
    counters=tuple(sorted(_COUNTERS.split(), key=len, reverse=True)),
    per_share_before=("每股", "每ads", "每一股", "每份", "每单位", "eps", "每 ads"),
    per_share_after=("/股", "每股", "/ads", "一股"),
    idioms=tuple(
        "双十一 双十二 双11 双12 618 二十大 十九大 十四五 十三五 十五五 十一黄金周 十一国庆 五一 六一 三七 九九 三元材料 三元锂 三元电池 三元正极 三元前驱 三元体系 三元催化 三元乙丙 外三元 内三元 三元生猪 三元猪 八一建军 二元结构 二元期权 多元 单元 统一 唯一 同一 单一 万一 十分 千万不 千方百计".split()
    ),
)
