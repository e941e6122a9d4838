"""Words of English news wires that name nothing of a company's own: any document may say the same in other words."""

from __future__ import annotations

# Verbs, nouns and adverbs with which a wire puts figures into other words than the document's.
PLAIN_WORDS = frozenset(
    """compname company companies group firm business businesses unit units division divisions segment segments bank maker owner parent
    operator management board chief executive officer ceo cfo chairman chairwoman chair president director finance head staff
    says say said tells told adds added notes noted announces announce announced reports report reported results result update statement
    view views forecast forecasts outlook guidance guides guide target targets objective objectives goal goals ambition aim aims plan plans planned seek seeks sought expects expected
    sees see sight estimate estimates consensus analysts street project projects projected anticipates believes intends hopes looks
    cut cuts cutting trims trim trimmed lowers lower lowered raises raise raised lifts lift lifted hikes hike boosts boost boosted ups upped
    narrows narrow narrowed widens widen widened reaffirms affirms reiterates maintains keeps kept holds held hold confirm confirms withdraws
    rise rises rose risen rising gain gains gained climb climbs climbed jump jumps jumped surge surges surged soar soars soared advance
    advances advanced swell swells swelled grow grows grew grown growing growth expand expands expanded accelerate accelerates accelerated
    fall falls fell fallen falling drop drops dropped decline declines declined slip slips slipped slid slide slides sank sink sinks tumble
    tumbles tumbled plunge plunges plunged shrink shrinks shrank shrunk contract contracts contracted ease eases eased dip dips dipped
    soften softens softened slow slows slowed weaken weakened double doubles doubled triple tripled halve halves halved swing swings swung
    improve improves improved improvement worsen worsens worsened deteriorate deteriorated reduce reduces reduced reduction narrowing
    total totals totaled totalled amount amounts amounted reach reaches reached hit hits stand stands stood come comes came average averages
    averaged account accounts accounted represent represents represented make makes made comprise comprises cover covers covered contribute
    contributes contributed contribution generate generates generated deliver delivers delivered post posts posted book booked books record
    records recorded log logs logged earn earns earned earning earnings incur incurs incurred take takes took taken give gives gave given
    get gets got bring brings brought carry carries carried leave leaves left add adding addition additional spend spends spent spending
    pay pays paid payable payment payout declare declares declared propose proposes proposed recommend recommends recommended approve
    approves approved authorize authorizes authorised authorized authorization buy buys bought buying purchase purchased purchases
    repurchase repurchased repurchases acquire acquires acquired acquisition takeover deal agree agrees agreed agreement sell sells sold sale
    selling divest divests divested disposal raise close closes closed closing complete completes completed completion begin begins began
    start starts started open opens opened opening end ends ended ending launch launches launched sign signs signed win wins won award
    awarded receive receives received place places placed issue issues issued price priced redeem redeems redeemed repay repays repaid
    return returns returned settle settles settled settlement request requests requested ask asks asked require requires required allow
    help helps helped drive drives drove driven reflect reflects reflecting due thanks owing amid despite because since while although though
    after before during through throughout under over above below around near next previous coming current currently early earlier late later
    latest recent recently soon still yet already again also only just even further once now today far well per each every both another other
    others same similar such so too very much many more most less least few fewer several some all any none no not without within between
    among across along toward towards against versus compared comparison relative including include includes included excluding exclude
    excludes excluded except plus minus net gross overall combined together respectively roughly approximately nearly almost slightly
    sharply strongly modestly largely mainly mostly partly primarily chiefly high higher highest low lower lowest large larger largest big
    bigger biggest small smaller smallest strong stronger strongest weak weaker weakest good better best bad worse worst new old long longer
    short shorter cheap cheaper dear expensive fast faster slow slower heavy heavier light lighter wide wider thin thinner tight tighter
    rich full fully whole entire half halves third quarter quarters quarterly qtrly year years yearly annual annually annualized month months
    monthly week weeks weekly day days daily time times period periods date beginning middle mid start finish calendar fiscal financial
    figure figures number numbers level levels rate rates ratio share shares proportion percentage percent pct point points part parts
    portion piece rest remainder remaining balance sum value values valued worth cost costs costing expense expenses charge charges price
    prices pricing amount size figure basis bases term terms back book fund funds money cash customer customers client clients people person
    workers employees jobs posts order orders demand supply market markets area areas region regions country site sites place thing things way
    compared yoy qoq vs million billion thousand trillion mln bln dollar dollars euro euros pound pounds sterling stg pence penny cents cent yuan
    rmb yen rupee rupees franc francs krona kronor crown crowns usd eur gbp cny jpy chf cad aud hkd sgd inr us
    eps ebitda capex opex fcf revpar profit profits profitability loss losses margin margins income sales revenue revenues turnover pretax
    pre-tax posttax tax underlying adjusted statutory reported gaap nongaap dividend interim final first second third fourth one two three
    four five six seven eight nine ten eleven twelve twenty fifty hundred dozen last lasting based likely possible able unable set put run
    runs ran running work works working use uses used using need needs needed want wants show shows showed shown shows mean means meant call
    calls called let lets allow stay stays stayed remain remains remained become becomes became turn turns turned move moves moved go goes
    went gone keep change changes changed unchanged flat stable steady little lot bit top bottom line mark marks marked beat beats miss
    misses missed exceed exceeds exceeded surpass surpasses surpassed match matches matched meet meets met serve serves served host employ
    employs employed produce produces produced producing ship ships shipped build builds built add-on newly former future past out off up
    down upward downward upside downside upto least buyer seller brand product products service services""".split()
)

# Of each group a wire takes any word for any other.
_GROUPS = (
    "jobs positions roles posts headcount layoffs redundancies",
    "savings save saves saved saving",
    "closure closures close closes closed closing shut shuts shutting shutter shuttered",
    "repurchase repurchases repurchased buyback buybacks",
    "acquire acquires acquired acquisition acquisitions buy buys bought",
    "divest divested divestiture disposal sell sells sold",
    "raise raises raised hike hikes hiked lift lifted",
    "employees workers staff workforce",
    "stores shops outlets",
    "clients customers",
    "plants factories",
)
SAME_WORDS = {word: group.split()[0] for group in _GROUPS for word in group.split()}

__all__ = ["PLAIN_WORDS", "SAME_WORDS"]
