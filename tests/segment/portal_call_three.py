"""Two more invented calls: one of a Nordic company with letters that few lists have, one in Traditional characters."""

from __future__ import annotations

from .calls import Said

TITLES_NORDIC = {
    "Ingrid Aasen-Holt": "Head of Investor Relations",
    "Bjørn Østby": "CEO",
    "Åse Þorsdóttir": "CFO",
    "Łukasz Wrona": "Analyst",
    "Şule Aydın": "Analyst",
    "Henrik af Klercker": "Portfolio Manager",
}
FIRMS_NORDIC = {"Łukasz Wrona": "Havnebank", "Şule Aydın": "Boreal Markets", "Henrik af Klercker": "Tre Lindar Fonder"}
COMPANY_NORDIC = "Skarvik Energi"
TITLE_NORDIC = "Skarvik Energi ASA - Q1 2034 results presentation and Q&A"
NORDIC: tuple[Said, ...] = (
    Said("Ingrid Aasen-Holt", "investor_relations", "prepared", (
        "Good morning and a warm welcome to the presentation of Skarvik Energi's results for the first quarter of 2034. My name is Ingrid Aasen-Holt and I am Head of Investor Relations.",
        "Presenting today are our CEO, Bjørn Østby, and our CFO, Åse Þorsdóttir. We will take questions at the end. Bjørn, over to you.",
    )),
    Said("Bjørn Østby", "executive", "prepared", (
        "Thank you, Ingrid, and good morning to everyone.",
        "Production was 3.1 terawatt hours, in line with the normal for the season. The new turbines at Kvaløya came on stream in February: two weeks early, and below budget.",
        "Our strategy is unchanged. Hydro is the base - wind is the growth.",
    )),
    Said("Åse Þorsdóttir", "executive", "prepared", (
        "Thanks, Bjørn. EBITDA ended at NOK 1,420 million, which is 12% above last year. The realised price was 58 øre.",
        "Investments in the quarter were NOK 610 million. And with that, Ingrid, I think we are ready for the Q&A.",
    )),
    Said("Ingrid Aasen-Holt", "investor_relations", "prepared", ("Thank you, Åse. Then we open for questions. Operator, please.",)),
    Said("Operator", "operator", "qa", ("We will now take our first question. The question comes from Łukasz Wrona from Havnebank. Your line is open, please ask your question.",)),
    Said("Łukasz Wrona", "analyst", "qa", ("Good morning. Two from my side. What is your hedge ratio for 2035? And could you say something about the ground rent tax?",)),
    Said("Åse Þorsdóttir", "executive", "qa", ("On the hedge ratio, it is 45% for 2035, a little more than we had a year ago.",)),
    Said("Bjørn Østby", "executive", "qa", ("And the tax: we have the same information as you have. The proposal is out for consultation until June.",)),
    Said("Łukasz Wrona", "analyst", "qa", ("Thank you. That was all from me.",)),
    Said("Operator", "operator", "qa", ("Thank you. The next question comes from Şule Aydın from Boreal Markets. Please go ahead.",)),
    Said("Şule Aydın", "analyst", "qa", ("Yes, hello. Is the dividend safe if prices stay below 50 øre?",)),
    Said("Åse Þorsdóttir", "executive", "qa", ("Yes, it is. We have tested it down to 35 øre.",)),
    Said("Şule Aydın", "analyst", "qa", ("And the buyback?",)),
    Said("Åse Þorsdóttir", "executive", "qa", ("That would be the first thing to go.",)),
    Said("Operator", "operator", "qa", ("The last question is from Henrik af Klercker from Tre Lindar Fonder.",)),
    Said("Henrik af Klercker", "analyst", "qa", ("Hi there. When do you decide on the second stage at Kvaløya?",)),
    Said("Bjørn Østby", "executive", "qa", ("In the autumn, Henrik. The board has it on the agenda for October.",)),
    Said("Operator", "operator", "qa", ("There are no further questions. I hand back to the speakers.",)),
    Said("Ingrid Aasen-Holt", "investor_relations", "qa", ("Thank you for joining us, and we wish you a good day.",)),
)  # fmt: skip
PAIRS_NORDIC = (((5,), (6, 7)), ((10,), (11,)), ((12,), (13,)), ((15,), (16,)))

TITLES_TAIWAN = {"林柏翰": "總經理", "陳怡君": "財務長", "葉子寧": "分析師", "溫士傑": "研究員"}
FIRMS_TAIWAN = {"葉子寧": "北辰證券", "溫士傑": "鼎石投信"}
COMPANY_TAIWAN = "晶禾光電"
TITLE_TAIWAN = "晶禾光電2034年第二季法人說明會逐字稿"
TAIWAN: tuple[Said, ...] = (
    Said("主持人", "operator", "prepared", ("各位法人先進大家午安，歡迎參加晶禾光電2034年第二季法人說明會。今天出席的有總經理林柏翰先生、財務長陳怡君女士。首先請林總經理說明營運概況。",)),
    Said("林柏翰", "executive", "prepared", ("謝謝各位。第二季我們的模組出貨量季增一成，車用占比來到三成五。", "展望下半年，我們維持審慎樂觀的看法。接下來請財務長報告財務數字。")),
    Said("陳怡君", "executive", "prepared", ("各位好。第二季合併營收42.6億元，季增8.1%，年增15.3%；毛利率24.7%。每股盈餘2.15元。",)),
    Said("主持人", "operator", "qa", ("謝謝財務長。接下來進入問答時間。第一位請北辰證券的葉子寧提問。",)),
    Said("葉子寧", "analyst", "qa", ("謝謝主持人。想請教車用訂單的能見度，還有第三季毛利率的展望？",)),
    Said("林柏翰", "executive", "qa", ("車用訂單目前能見度大約到明年第一季。",)),
    Said("陳怡君", "executive", "qa", ("第三季毛利率預期在24%到25.5%之間。",)),
    Said("主持人", "operator", "qa", ("下一位請鼎石投信的溫士傑先生提問。",)),
    Said("溫士傑", "analyst", "qa", ("您好，我想問一下今年的資本支出有沒有調整？",)),
    Said("陳怡君", "executive", "qa", ("沒有調整，維持18億元，主要用在台中二廠。",)),
    Said("溫士傑", "analyst", "qa", ("了解，謝謝。",)),
    Said("主持人", "operator", "qa", ("如果沒有其他問題，今天的法說會就到這裡結束，謝謝大家。",)),
)  # fmt: skip
PAIRS_TAIWAN = (((4,), (5, 6)), ((8,), (9,)))
