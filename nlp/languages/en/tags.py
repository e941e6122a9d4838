"""English words of tone. Written for this project; inflected forms are listed, since terms match as written."""

from __future__ import annotations

from ..tag_rules import ToneRules, words

TONE = ToneRules(
    code="en",
    good=words("""
        revenue, revenues, net revenue, net revenues, total revenues, sales, net sales, turnover, order intake, orders, new orders
        bookings, backlog, billings, income, net income, operating income, profit, profits, net profit, operating profit
        gross profit, pretax profit, pre-tax profit, pretax earnings, earnings, eps, earnings per share, ebit, ebitda
        adjusted ebitda, margin, margins, gross margin, gross margins, operating margin, operating margins, net margin, profit margin
        profitability, cash flow, cash flows, free cash flow, operating cash flow, customers, customer base, active customers
        subscribers, users, members, active users, paying users, traffic, retention, retention rate, renewal rate, arr, arpu
        demand, volume, volumes, shipments, deliveries, output, production, throughput, productivity, efficiency, market share, share price
        shares, stock, stock price, dividend, dividends, dividend payout, yield, yields, occupancy, occupancy rate, utilization
        same-store sales, comparable sales, take rate, gmv, average order value, conversion, conversion rate, penetration, contribution
        return on equity, return on capital, net interest margin, assets under management, deposits, fee income, premiums
        satisfaction, engagement, visibility, confidence, competitiveness, capacity, business, results, performance, sales volume
        consumption, exports, adoption, guidance, outlook, forecast, estimates, target, price target, targets, rating, competitive advantage
        """),
    bad=words("""
        net loss, net losses, operating loss, operating losses, net loss margin, operating loss margin, adjusted ebitda loss
        loss per share, cash burn, burn rate, cost, costs, unit cost, unit costs, cost of revenue, cost of revenues, cost of sales
        cost of goods sold, expense, expenses, operating expenses, opex, sg&a, overhead, overheads, interest expense, interest expenses
        capital expenditure spending, restructuring costs, severance, debt, net debt, leverage, indebtedness, borrowings
        inventory days, days sales outstanding, receivable days, tax rate, churn, churn rate, attrition, attrition rate, turnover rate, defaults
        default rate, delinquency rate, delinquencies, charge-offs, npl ratio, non-performing loans, bad debts, bad debt
        provisions, impairments, lead time, lead times, downtime, emissions, carbon footprint, accident rate, injury rate, defects, defect rate
        complaints, returns rate, customer acquisition cost, acquisition costs, inflation, interest rates, input costs, raw material costs
        freight costs, labor costs, labour costs, energy costs, input prices, raw material prices, commodity prices, wages, credit costs
        loan losses, write-offs, credit losses, dilution, unemployment, backlog of claims
        """),
    gain=words("""
        momentum, tailwind, tailwinds, synergy, synergies, savings, cost savings, economies of scale, operating leverage, upside
        pricing power, goodwill of customers
        """),
    trouble=words("""
        headwind, headwinds, pressure, pressures, loss, losses, risk, risks, uncertainty, uncertainties, volatility, shortage, shortages
        bottleneck, bottlenecks, disruption, disruptions, challenge, challenges, difficulty, difficulties, weakness, softness
        constraint, constraints, delay, delays, impairment, impairment loss, goodwill impairment, write-down, write-downs, writedown, writedowns
        litigation, lawsuit, lawsuits, penalty, penalties, fines, material weakness, material weaknesses, overcapacity, oversupply, competition pressure
        turbulence, drag, layoffs, job cuts, redundancies, adverse effect, adverse impact, negative impact, shortfall
        """),
    up=words("""
        increase, increases, increased, increasing, rise, rises, rose, risen, rising, up, higher, raise, raised, raises, raising
        climb, climbs, climbed, climbing, jump, jumps, jumped, jumping, soar, soars, soared, soaring, surge, surges, surged, surging
        expand, expands, expanded, expanding, widen, widens, widened, widening, grow, grows, grew, grown, doubled, doubles, double, tripled
        triple, quadrupled, multiplied, advance, advanced, advances, gained, gains, gain, add, added, boost, boosts, boosted, boosting
        lift, lifts, lifted, lifting, elevated, went up, go up, goes up, ramped, ramped up, accelerate, accelerated, accelerates
        accelerating, acceleration, upgrade, upgraded, upgrades, more than doubled, edged up, moved up, uptick, step up, stepped up, hiked, hike, growing, exceeded
        """),
    down=words("""
        decrease, decreases, decreased, decreasing, down, lower, lowered, lowering, lowers, reduce, reduces, reduced, reducing
        reduction, reductions, narrow, narrows, narrowed, narrowing, shrink, shrinks, shrank, shrunk, shrinking, cut, cuts, cutting
        ease, eased, eases, easing, trim, trimmed, trimming, contained, containing, went down, go down, goes down, slow, slows, slowed
        slowing, decelerate, decelerated, decelerating, deceleration, moderate, moderated, moderating, less, fewer, halved, mitigate
        mitigated, mitigates, mitigating, offset, offsets, offsetting, minimize, minimized, minimise, alleviate, alleviated, overcome, overcame
        normalized, eliminate, eliminated, eliminating, avoided, improvement in losses, resolve, resolved, downgrade, downgraded, downgrades, edged down
        """),
    rise=words("""
        growth, expansion, rebound, rebounds, rebounded, rebounding, recover, recovers, recovered, recovering, recovery, upturn, rally
        rallied, rallies, outgrew, bounced back, bounce back, picked up, pick up, thrive, thriving
        """),
    fall=words("""
        decline, declines, declined, declining, fall, falls, fell, fallen, falling, drop, drops, dropped, dropping, slump, slumps
        slumped, plunge, plunges, plunged, plummet, plummeted, tumble, tumbles, tumbled, sank, sink, sinks, slid, slides, slide, contraction
        contract by, contracted by, slowdown, downturn, erosion, eroded, dip, dips, dipped, deterioration, recession, compress, compressed
        compression, collapse, collapsed, shrinkage, lost ground
        """),
    praise=words("""
        strong, stronger, strongest, strongly, robust, solid, record, record high, all-time high, record-breaking, excellent, outstanding
        impressive, remarkable, healthy, resilient, resilience, encouraging, encouraged, pleased, proud, excited, exciting, delighted
        happy with, thrilled, confident, optimistic, favorable, favourable, favorably, favourably, profitable, successful, successfully
        success, succeeded, improve, improves, improved, improving, improvement, improvements, enhance, enhanced, enhances, enhancing
        strengthen, strengthens, strengthened, strengthening, outperform, outperformed, outperforms, outperformance, beat, beats, beating
        above expectations, better than expected, better-than-expected, ahead of expectations, ahead of plan, ahead of schedule, better, best
        best-in-class, leading position, leader, market leader, milestone, breakthrough, win, wins, won, winning, awarded, award, achieve
        achieved, achieving, achievement, achievements, exceeds expectations, exceeding expectations, exceeded expectations, exceeding our expectations, exceeded our expectations
        exceeded our guidance, outpaced, well positioned, well-positioned, on track, attractive, compelling, turnaround
        turned profitable, turn profitable, return to profitability, returned to profit, returned to profitability, swung to a profit, swung to profit, break-even, breakeven
        broke even, benefit from, benefited from, benefiting from, benefitted from, progress, promising, positive, positively, efficient
        high-quality, superior, impressive growth, rewarding, opportunity, opportunities, innovative, approval, approved, approves, secures
        secured, landed, signed a contract, signed an agreement, contract worth, order worth, buyback, raises guidance, raised guidance
        raised our guidance, stable, steady, top pick, buy rating, bullish, breakout, upbeat, good, great, strength, strengths, wide range of growth
        enable us to grow, competitive edge, rewarded, welcomed, profitably, surpassed, surpass, surpasses, tops, topped
        """),
    blame=words("""
        weak, weaker, weakest, weakened, weakening, poor, poorly, disappointing, disappointed, disappointment, soft, softer, sluggish
        unfavorable, unfavourable, unfavorably, challenging, difficult, tough, adverse, adversely, negative, negatively, worse, worst, worsen, worsened
        worsening, deteriorate, deteriorated, deteriorating, miss, missed, misses, missing expectations, below expectations, worse than expected
        short of expectations, fell short, fall short, falls short, failed, fail, fails, failure, failures, unable, suffer, suffered
        suffers, suffering, hurt, hurts, hit by, harm, harmed, damage, damaged, damages, problem, problems, concern, concerned, concerns, worry
        worried, worries, unfortunately, regret, regrettably, lag, lagged, lagging, underperform, underperformed, underperforms, underperformance, loss-making
        unprofitable, bankrupt, bankruptcy, insolvency, insolvent, liquidation, default, defaulted, breach, breached, breaches, fraud, misconduct
        investigation, investigated, probe, probes, sued, sues, fined, recall, recalled, recalls, terminate, terminated, termination, suspend, suspended
        suspension, halt, halted, halts, closure, shut down, shutdown, lay off, laid off, laying off, cancelled, canceled, cancellation, withdraw
        withdrew, withdrawn guidance, profit warning, warned, warns, warning, cuts guidance, cut our guidance, lowered our guidance, lowered guidance, going concern
        substantial doubt, delayed, postponed, postpone, impacted by, dragged, drags, weighed on, weigh on, weighs on, scandal, crisis, slower than expected
        swung to a loss, swung to loss, swings to loss, bearish, sell rating, strike, strikes by, outage, outages, hack, hacked, disruptive weather, cautious, sell-off, selloff
        job losses, jobs cut, crash, crashed, crashes, fears, fear, doubt, doubts, blow, loses, lost
        """),
    negators=words("""
        not, no, never, neither, nor, without, cannot, can't, didn't, don't, doesn't, isn't, wasn't, aren't, weren't, won't, wouldn't
        couldn't, haven't, hasn't, hardly, barely, lack of, absence of, fails to, failed to, unable to, n't, free of, far from
        """),
    hedges=words("""
        may, might, could, would, possibly, perhaps, potentially, should, if, hope, hopes, hopefully, relatively, somewhat, slightly
        a little bit, a bit, roughly in line, modestly, partially, partly
        """),
    fillers=words("""
        not only, no doubt, no question, not to mention, no later than, no less than, no more than, not just, not least, up to, ramp-up schedule
        sign up, set up, follow up, follow-up, up to date, write down your, break down, breakdown, broke down, narrow down, cost of living in
        double click, double-click, business day, stock exchange, stock option, stock options, restricted shares, ordinary shares
        preferred shares, earnings call, earnings conference call, earnings release, earnings press release, earnings presentation, results presentation
        sales team, sales force, sales and marketing, sales network, sales channels, slow start-up mode, in less than, sum up, wrap up, open up
        open it up, pick up on, brought up, bring up, come up, coming up, cut-off, cut off time, close up, strong buy side, target audience, good morning
        good afternoon, good evening, good night, good day, great question, good question, happy to, best regards, press release, record date, recorded, year ended
        beating around, gross sales of shares, cutting-edge, cutting edge, risk factors, risk management, award agreement, share award, share awards
        loss of generality, lower case, upper case, higher education, up and running, grow into, add to that, adds up, just to add, let me add
        """),
    boilerplate=words("""
        forward-looking statements, forward looking statements, risks and uncertainties, safe harbor, safe harbour, operator instructions
        undertakes no obligation, undertake no obligation, actual results may differ, actual results could differ, differ materially
        """),
    links=words("in, of, to, for, our, the, its, their, total, on, from, overall, company's"),
    turns=words(
        "but, however, while, whereas, although, though, despite, in spite of, nevertheless, on the other hand, yet"
    ),
    reach=28,
    near=14,
    joiner=" ",
)
