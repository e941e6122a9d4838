"""Three further invented calls for the portals: an American one, a Chinese one of a listed company, one in both languages."""

from __future__ import annotations

from .calls import Said

TITLES_TWO = {
    "Mary Kate Dunleavy": "Head of Investor Relations",
    "R. Scott Abernathy III": "Chairman & Chief Executive Officer",
    "Anjali Raghunathan": "Chief Financial Officer",
    "Wei-Lin Hsu": "President, Asia Pacific",
    "A.J. Prescott": "Senior Equity Analyst",
    "Guillermo de la Cruz": "Director, Equity Research",
    "Bo Yun": "Analyst",
}
FIRMS_TWO = {
    "A.J. Prescott": "Stonecrop Partners",
    "Guillermo de la Cruz": "Banco Vistamar",
    "Bo Yun": "Lantern Hill Research",
}
COMPANY_TWO = "Tillerman Grain Holdings"
TITLE_TWO = "Tillerman Grain Holdings, Inc. (TGH) Q4 2032 Earnings Conference Call"

AMERICAN: tuple[Said, ...] = (
    Said("Operator", "operator", "prepared", (
        "Greetings, and welcome to the Tillerman Grain Holdings fourth quarter 2032 earnings conference call. Please be aware that we record this conference.",
        "Let me now turn the floor over to your host today, Mary Kate Dunleavy, Head of Investor Relations. Ms. Dunleavy, you may begin.",
    )),
    Said("Mary Kate Dunleavy", "investor_relations", "prepared", (
        "Good morning, everyone.",
        "Joining me today are Scott Abernathy, our Chairman and CEO, and Anjali Raghunathan, our CFO. Wei-Lin Hsu, who runs Asia Pacific, is with us for the Q&A portion of the call.",
        "Please note: some of what you will hear today is forward-looking. Actual results may differ.",
    )),
    Said("R. Scott Abernathy III", "executive", "prepared", (
        "Thank you, Mary Kate.",
        "Let me start with the harvest: it was late, it was wet, and it was large. Our elevators took in 412 million bushels, which is a record.",
        "Safety. Our recordable rate fell to 0.9 -- half of what it was in 2029.",
        "Anjali?",
    )),
    Said("Anjali Raghunathan", "executive", "prepared", (
        "Thanks, Scott, and good morning. Net sales were $3.86 billion, up 4%. Segment operating profit came in at $214 million.",
        "Outlook: for fiscal 2033 we expect adjusted earnings per share of $5.10 to $5.40.",
        "Operator, please open the line for questions.",
    )),
    Said("Operator", "operator", "qa", (
        "We come to the question-and-answer session. [Operator Instructions] The first question today is from the line of A.J. Prescott with Stonecrop Partners.",
    )),
    Said("A.J. Prescott", "analyst", "qa", (
        "Hey, good morning, team. Just two for me. First, how should we think about elevation margins in the first half? And second, what is the payback on the Davenport terminal?",
    )),
    Said("R. Scott Abernathy III", "executive", "qa", ("Yeah. Anjali, do you want to take the first part?",)),
    Said("Anjali Raghunathan", "executive", "qa", (
        "Sure. So, A.J., we have about 60% of the first half already hedged, and the rest should be in line with last year.",
        "It's a bit early to say more than that.",
    )),
    Said("R. Scott Abernathy III", "executive", "qa", ("And on Davenport, we said seven years when we approved it. I think it is closer to five.",)),
    Said("A.J. Prescott", "analyst", "qa", ("And does that five include the rail spur?",)),
    Said("R. Scott Abernathy III", "executive", "qa", ("It does.",)),
    Said("A.J. Prescott", "analyst", "qa", ("Okay. Thanks, guys.",)),
    Said("R. Scott Abernathy III", "executive", "qa", ("Thank you.",)),
    Said("Operator", "operator", "qa", ("The next question is from Guillermo de la Cruz with Banco Vistamar. Please proceed.",)),
    Said("Guillermo de la Cruz", "analyst", "qa", (
        "Yes, hi. Thank you for taking my question. I was wondering about China: are the soybean licences for next season in hand, and what share of volumes depends on them?",
    )),
    Said("Wei-Lin Hsu", "executive", "qa", (
        "Hi, Guillermo. Two things. The licences were renewed in November, so that is done.",
        "On the share, roughly one bushel in six goes there [indiscernible] through our own terminals.",
    )),
    Said("Guillermo de la Cruz", "analyst", "qa", ("Got it. That's helpful.",)),
    Said("Operator", "operator", "qa", ("Next, we have Bo Yun from Lantern Hill Research. Your line is now open.",)),
    Said("Bo Yun", "analyst", "qa", ("Thanks. Just a quick one. Is there any change to the buyback?",)),
    Said("Anjali Raghunathan", "executive", "qa", ("No change. We have $150 million left under the program, and we intend to use it by June.",)),
    Said("Bo Yun", "analyst", "qa", ("Perfect. And then on capex, is $300 million still the right number?",)),
    Said("Anjali Raghunathan", "executive", "qa", ("Yes.",)),
    Said("Operator", "operator", "qa", ("I am showing no further questions. Let me turn the floor back to management for closing comments.",)),
    Said("R. Scott Abernathy III", "executive", "qa", ("Thank you. We appreciate your interest in the company, and will speak again in May.",)),
    Said("Operator", "operator", "qa", ("This concludes the teleconference of today. Feel free to disconnect now. Thank you all for taking part.",)),
)  # fmt: skip
PAIRS_TWO = (((5,), (6, 7, 8)), ((9,), (10,)), ((11,), (12,)), ((14,), (15,)), ((18,), (19,)), ((20,), (21,)))

TITLES_LISTED = {
    "尉迟明": "董事会秘书",
    "江海涛": "总裁",
    "贺敏": "首席财务官",
    "Kevin Zhao": "分析师",
    "司马羽": "首席分析师",
    "余快": "投资经理",
}
FIRMS_LISTED = {"Kevin Zhao": "Northwharf Capital", "司马羽": "白鹭证券", "余快": "长亭资管"}
COMPANY_LISTED = "榆关精工"
TITLE_LISTED = "榆关精工（股份）有限公司2032年第三季度业绩电话会议纪要"
LISTED: tuple[Said, ...] = (
    Said("主持人", "operator", "prepared", ("各位投资者、分析师，大家上午好！欢迎参加榆关精工2032年第三季度业绩电话会议。会议正式开始前，请允许我播报免责声明。", "下面把时间交给董秘尉迟总。")),
    Said("尉迟明", "executive", "prepared", ("好的，谢谢。今天参会的管理层有总裁江海涛先生、首席财务官贺敏女士。先请江总做业务回顾。",)),
    Said("江海涛", "executive", "prepared", (
        "谢谢大家。三季度我们交付减速器8.2万台，创了单季新高。",
        "需要说明两点：一是海外订单恢复得比预期快，二是新厂爬坡比计划晚了一个月。",
    )),
    Said("贺敏", "executive", "prepared", ("我来补充财务情况。前三季度收入31.7亿元，同比增长14%。净利率8.6%。",)),
    Said("主持人", "operator", "qa", ("现在开始问答环节。请大家按举手键提问。第一位，白鹭证券的司马羽。",)),
    Said("司马羽", "analyst", "qa", ("恭喜公司取得好成绩。想问一下新厂什么时候能够满产？对毛利率的拖累大概有几个点？",)),
    Said("江海涛", "executive", "qa", ("满产我们看到明年二季度。",)),
    Said("贺敏", "executive", "qa", ("毛利率这边，四季度影响在1个点左右，明年就没有了。",)),
    Said("司马羽", "analyst", "qa", ("明白，谢谢。",)),
    Said("主持人", "operator", "qa", ("下一位提问者来自Northwharf Capital，Kevin Zhao。请讲。",)),
    Said("Kevin Zhao", "analyst", "qa", ("管理层好。我的问题关于机器人客户，他们的需求明年怎么看？",)),
    Said("江海涛", "executive", "qa", ("这块我们比较乐观。目前在手订单已经排到明年三月份。",)),
    Said("主持人", "operator", "qa", ("下面有请长亭资管余快提问。",)),
    Said("余快", "analyst", "qa", ("请问公司的回购计划执行得怎么样了？",)),
    Said("尉迟明", "executive", "qa", ("已经完成1.2亿元，占计划的六成，我们会按照公告继续推进。",)),
    Said("主持人", "operator", "qa", ("好的，今天的会议就到这里，感谢各位参加，再见。",)),
)  # fmt: skip
PAIRS_LISTED = (((5,), (6, 7)), ((10,), (11,)), ((13,), (14,)))

TITLES_BOTH = {
    "Carol Ruan": "IR Director", "Jianye Tong": "Founder & CEO", "Sophia Nie": "CFO", "Dieter Okafor": "Analyst", "Mei Shan Lau": "Analyst",
}  # fmt: skip
FIRMS_BOTH = {"Dieter Okafor": "Kestrel Bank", "Mei Shan Lau": "Pearl Delta Securities"}
NAMES_BOTH = {
    "Operator": "主持人", "Carol Ruan": "阮卡萝", "Jianye Tong": "童建业", "Sophia Nie": "聂素菲", "Dieter Okafor": "迪特·奥卡福", "Mei Shan Lau": "刘美珊",
}  # fmt: skip
COMPANY_BOTH = "Ferrywell Mobility"
TITLE_BOTH = "Ferrywell Mobility Ltd. Q1 2033 Earnings Call 渡安出行2033年第一季度业绩电话会"
# The words are (English, Chinese), one after the other.
BOTH: tuple[Said, ...] = (
    Said("Operator", "operator", "prepared", (
        "Hello, ladies and gentlemen, and welcome to the Ferrywell Mobility first quarter 2033 earnings call. I will now hand over to Carol Ruan, IR Director.",
        "女士们、先生们，大家好，欢迎参加渡安出行2033年第一季度业绩电话会。现在请投资者关系总监阮卡萝发言。",
    )),
    Said("Carol Ruan", "investor_relations", "prepared", (
        "Thank you. With me today are Mr. Jianye Tong, our Founder and CEO, and Ms. Sophia Nie, our CFO.",
        "谢谢。今天参会的有创始人兼首席执行官童建业先生和首席财务官聂素菲女士。",
    )),
    Said("Jianye Tong", "executive", "prepared", (
        "Hello, everyone. Our fleet carried 96 million riders in the quarter, 18% more than a year ago.",
        "大家好。本季度我们的车队运送了9,600万人次，比去年同期增长18%。",
    )),
    Said("Sophia Nie", "executive", "prepared", (
        "Revenue was RMB2.4 billion, up 21% year over year. Let us open the call for questions.",
        "收入为24亿元，同比增长21%。下面开始问答。",
    )),
    Said("Operator", "operator", "qa", ("Thank you. The first question comes from Dieter Okafor of Kestrel Bank.", "谢谢。第一个问题来自Kestrel Bank的迪特·奥卡福。")),
    Said("Dieter Okafor", "analyst", "qa", ("Thanks. What is your plan for the southern cities this year?", "谢谢。今年你们在南方城市有什么计划？")),
    Said("Jianye Tong", "executive", "qa", ("We will enter four more cities before the end of the third quarter.", "我们会在三季度末之前再进入四个城市。")),
    Said("Operator", "operator", "qa", ("Next is Mei Shan Lau from Pearl Delta Securities.", "下一位是珠三角证券的刘美珊。")),
    Said("Mei Shan Lau", "analyst", "qa", ("How much did subsidies weigh on the gross margin?", "补贴对毛利率影响有多大？")),
    Said("Sophia Nie", "executive", "qa", ("About 1.5 points, and we expect less of it in the second quarter.", "大约1.5个百分点，我们预计二季度会少一些。")),
    Said("Operator", "operator", "qa", ("This ends the call. Thank you.", "会议到此结束，谢谢。")),
)  # fmt: skip
PAIRS_BOTH = (((5,), (6,)), ((8,), (9,)))
