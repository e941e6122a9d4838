"""Two invented calls for `portals.py`, with the names and habits that trip readers. Everything in them is made up."""

from __future__ import annotations

from .calls import Said

TITLES = {
    "Siobhán O'Dwyer-Katz": "Vice President, Investor Relations",
    "Luís Carvalho Jr.": "President and Chief Executive Officer",
    "Xiulan Cheng": "Executive Vice President & CFO",
    "Magnus van der Berg": "Chief Operating Officer",
    "Peter-John McAllister": "Analyst",
    "Nadia El-Amin": "Managing Director",
    "Kenichi Watari": "Senior Analyst",
}
FIRMS = {
    "Peter-John McAllister": "Greyfriars Securities",
    "Nadia El-Amin": "Orchard & Finch LLC",
    "Kenichi Watari": "Tamarind Capital Markets",
}
COMPANY = "Halvorsen Marine Group"

ENGLISH: tuple[Said, ...] = (
    Said("Operator", "operator", "prepared", (
        "Good day, and thank you for standing by. Welcome to the second quarter 2031 results call of Halvorsen Marine Group. At this time, everybody is in listen-only mode.",
        "It is my pleasure to hand the conference to your first speaker today, Siobhán O'Dwyer-Katz, Vice President, Investor Relations.",
    )),
    Said("Siobhán O'Dwyer-Katz", "investor_relations", "prepared", (
        "Thank you, and welcome, everyone. On the call with me are Luís Carvalho, our President and Chief Executive Officer; Xiulan Cheng, our CFO; and Magnus van der Berg, who runs the yards.",
        "What we say about the future can turn out otherwise: the risks are listed in our annual report. With that, here is Luís.",
    )),
    Said("Luís Carvalho Jr.", "executive", "prepared", (
        "Thanks, Siobhán. I have three messages today: safety first, then cost, then growth. We delivered eleven hulls in the quarter, three more than a year ago, and nobody was hurt on any of the four yards.",
        "Orders came to EUR 640 million -- the best second quarter since we listed. Norway led, and, for the first time, the offshore wind operators were larger than the ferry operators.",
        "Xiulan will now go through the figures.",
    )),
    Said("Xiulan Cheng", "executive", "prepared", (
        "Thank you, Luís. Revenue rose 9% to EUR 512 million. Adjusted EBITDA was EUR 61 million, or 11.9% of revenue, against 10.7% last year.",
        "Net debt: EUR 143 million at the end of June. We continue to expect between EUR 2.0 billion and 2.1 billion of revenue for the full year.",
        "We are happy to take your questions now.",
    )),
    Said("Operator", "operator", "qa", (
        "Thank you. To ask a question, please press star one on your telephone. We will take our first question from Peter-John McAllister of Greyfriars Securities. Please go ahead, your line is open.",
    )),
    Said("Peter-John McAllister", "analyst", "qa", (
        "Good morning, and thanks for taking the question. Could you talk about the margin on the wind vessels compared with the ferries? And is the yard in Gijón full for next year?",
    )),
    Said("Xiulan Cheng", "executive", "qa", (
        "Sure. The wind vessels carry about two points more, since there is more engineering in them and fewer square meters of steel.",
    )),
    Said("Magnus van der Berg", "executive", "qa", (
        "And on Gijón, yes. We have work for both docks until the end of 2032, and we're adding a night shift after the summer.",
    )),
    Said("Peter-John McAllister", "analyst", "qa", ("Very clear. One more, if I may: what does a night shift cost you?",)),
    Said("Magnus van der Berg", "executive", "qa", ("A little over EUR 3 million a year.",)),
    Said("Operator", "operator", "qa", ("We now move to Nadia El-Amin with Orchard & Finch. Please go ahead.",)),
    Said("Nadia El-Amin", "analyst", "qa", (
        "Hi, good morning. I wanted to ask about cash. Prepayments look very high this quarter. How much of that reverses in the second half?",
    )),
    Said("Xiulan Cheng", "executive", "qa", (
        "Most of it. I would think about EUR 40 million goes out again as we buy the engines.",
        "For the year as a whole, we still want to be cash positive after dividends.",
    )),
    Said("Luís Carvalho Jr.", "executive", "qa", ("If I can add to that, the terms on new contracts are better than they were: we get paid earlier.",)),
    Said("Nadia El-Amin", "analyst", "qa", ("Great, thank you.",)),
    Said("Operator", "operator", "qa", ("And our next question today comes from Kenichi Watari of Tamarind Capital Markets.",)),
    Said("Kenichi Watari", "analyst", "qa", (
        "Thank you for the opportunity. Regarding the Korean competitors, do you see them in the tenders for service vessels?",
    )),
    Said("Luís Carvalho Jr.", "executive", "qa", (
        "We see them, Kenichi, but not often. They prefer the very large ships, and the operators in Europe want somebody close by for the repairs.",
    )),
    Said("Operator", "operator", "qa", ("That was the last question. I'll pass the call back to Luís Carvalho for his closing remarks.",)),
    Said("Luís Carvalho Jr.", "executive", "qa", ("Thank you all for your time this morning, and have a good summer. Goodbye.",)),
    Said("Operator", "operator", "qa", ("Ladies and gentlemen, this ends the conference. You may hang up now.",)),
)  # fmt: skip
PAIRS = (((5,), (6, 7)), ((8,), (9,)), ((11,), (12, 13)), ((16,), (17,)))

TITLES_ZH = {
    "纪云舒": "董事会秘书", "程立夏": "董事长兼总经理", "宋知远": "财务总监", "卢见微": "分析师", "白乐天": "基金经理", "欧阳静": "研究员",
}  # fmt: skip
FIRMS_ZH = {"卢见微": "海棠证券", "白乐天": "远岫基金", "欧阳静": "青禾资产"}
CHINESE: tuple[Said, ...] = (
    Said("主持人", "operator", "prepared", (
        "尊敬的各位投资者，大家下午好，欢迎参加沐川环境2031年半年度业绩说明会。",
        "首先有请公司董事会秘书纪云舒女士介绍与会人员。",
    )),
    Said("纪云舒", "executive", "prepared", (
        "谢谢主持人。出席今天会议的有公司董事长兼总经理程立夏先生，以及财务总监宋知远先生。下面请程总介绍上半年经营情况。",
    )),
    Said("程立夏", "executive", "prepared", (
        "各位投资者好。上半年公司新签订单18.6亿元，同比增长22%，其中：工业废水占了六成。",
        "我们在西南新开了三个项目公司，运营规模达到每日210万吨。下面请宋总介绍财务数据。",
    )),
    Said("宋知远", "executive", "prepared", ("大家好。上半年营业收入12.4亿元，同比增长9.5%；归母净利润1.38亿元，毛利率27.3%，比去年同期提高0.8个百分点。",)),
    Said("主持人", "operator", "qa", ("感谢两位领导的介绍。下面进入提问环节，第一个问题有请海棠证券的卢见微提问。",)),
    Said("卢见微", "analyst", "qa", ("各位领导好，我有两个问题：第一，应收账款为什么增加这么多？第二，明年的资本开支大概是多少？",)),
    Said("宋知远", "executive", "qa", ("应收增加主要是市政客户结算集中在三季度，目前已经收回两个亿左右。",)),
    Said("程立夏", "executive", "qa", ("资本开支明年会控制在5亿元以内，主要用于昆明的扩建。",)),
    Said("卢见微", "analyst", "qa", ("好的。昆明项目什么时候可以投运？",)),
    Said("程立夏", "executive", "qa", ("预计2032年二季度通水。",)),
    Said("主持人", "operator", "qa", ("谢谢。接下来请远岫基金的白乐天先生提问。",)),
    Said("白乐天", "analyst", "qa", ("你们好，想请教一下工业废水的毛利率和市政相比有什么差别？",)),
    Said("宋知远", "executive", "qa", ("工业这块毛利率在三成出头，市政大概两成。",)),
    Said("主持人", "operator", "qa", ("最后一个问题，请青禾资产的欧阳静女士。",)),
    Said("欧阳静", "analyst", "qa", ("谢谢。请问公司有没有考虑提高分红比例？",)),
    Said("纪云舒", "executive", "qa", ("公司目前的分红比例是三成，董事会会在年报时统筹考虑。",)),
    Said("主持人", "operator", "qa", ("由于时间关系，今天的业绩说明会到此结束，感谢各位的参与。",)),
)  # fmt: skip
PAIRS_ZH = (((5,), (6, 7)), ((8,), (9,)), ((11,), (12,)), ((14,), (15,)))
