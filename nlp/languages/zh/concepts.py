"""Chinese words that speak of one matter: a question about 账期 is answered with 回款. Simplified, in pairs of characters.

One line a matter: its name, then pairs; a longer word stands by the pairs that are its own.
"""

from __future__ import annotations

_GROUPS = """
people: 员工 人数 人员 团队 招聘 裁员 人手 扩招 招人 编制 用工
pay: 薪酬 工资 薪资 人工 奖金 激励 涨薪 社保
price: 价格 降价 涨价 提价 调价 压价 单价 均价 定价 报价 出厂 原价 折扣 促销 让利
volume: 销量 出货 交付 产量 发货 装机 台数 采浆 吨位 件数
demand: 需求 订单 单子 在手 接单 签单 排产 景气 客流
customer: 客户 用户 会员 大客 续约 续费 签约
churn: 流失 留存 复购 续费 退订 退货
margin: 毛利 利率 盈利 净利 赚钱
cost: 成本 费用 开支 降本 花了 花费 节省 支出
input: 原料 材料 钢材 电价 油价 煤价 能源 大宗
freight: 运费 物流 海运 航运 快递
inventory: 库存 存货 去库 备货 囤货 周转
receivable: 应收 账期 回款 账款 坏账 欠款 垫资
debt: 负债 债务 借款 贷款 债券 杠杆 融资 还债 有息
interest: 利息 财务 财费 利差 息差
cash: 现金 资金 账上 流动
return: 分红 股息 派息 派发 回购 股东 来派
capex: 资本 投资 投入 投产 要投 扩产
plant: 工厂 产线 厂房 基地 投产 量产 设备 开工 建设 车间
capacity: 产能 利用 稼动 满产 开工 爬坡
store: 门店 开店 关店 网点 店铺 加盟 直营 同店
supply: 供应 缺货 交期 采购 供货 断供
quality: 良率 质量 召回 缺陷 良品 合格 不良
deal: 收购 并购 标的 尽调 整合 协同 对手 商誉
disposal: 出售 剥离 处置 转让 退出
guide: 指引 展望 预期 预计 目标 全年
tax: 税率 所得 退税 优惠
currency: 汇率 汇兑 美元 人民 外汇 套保 升值 贬值
regulation: 监管 审批 批文 牌照 政策 批准 获批 集采 医保 合规 注册 证书
law: 诉讼 官司 专利 法院 仲裁 赔偿
compete: 竞争 对手 友商 同行 份额 市占
tariff: 关税 出口 进口 海关
research: 研发 临床 试验 三期 二期 揭盲 入组 管线 新品
product: 新品 产品 发布 上市 机型 车型 推出 迭代
season: 季节 旺季 淡季 天气 春节
mix: 结构 占比 高端 低端
overseas: 海外 出海 国外 境外 欧洲 美国 东南 泰国 越南 墨西 巴西
advert: 广告 营销 推广 品牌 投放 展会 获客 销售
loss: 减值 拨备 计提 不良 核销
deposit: 存款 息差 净息 吸储
land: 租金 租户 空置 出租 物业 拿地
online: 线上 电商 直播 平台 渠道
channel: 渠道 经销 代理 批发 终端 分销
robot: 人形 机器 自动 智能
ai: 模型 算力 人工 智算 大模 云端
green: 减排 光伏 风电 储能 新能 碳中
date: 何时 时间 进度 延期 节点 进展
board: 董事 高管 管理 换届 接班
"""


def _concepts() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in _GROUPS.strip().split("\n"):
        name, words = line.split(":")
        for word in words.split():
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


CONCEPTS = _concepts()
"""A pair of characters to the matters it may speak of."""
