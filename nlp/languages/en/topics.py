"""English terms of topics. Written for this project; inflected forms are listed, since terms match as written."""

from __future__ import annotations

from ..tag_rules import TopicRules, words

TOPICS_EN = TopicRules(
    code="en",
    topics={
        "results": words("""
            revenue, revenues, net revenue, net revenues, net income, net loss, net profit, operating income, operating profit
            operating loss, earnings per share, eps, ebitda, adjusted ebitda, non-gaap net loss, non-gaap net income, financial results
            quarterly results, top line, bottom line, year-over-year growth, profitability, sales growth, order intake, net sales, turnover
            financial highlights, quarterly revenue, total revenue, total revenues, revenue growth, revenue grew, revenue rose, revenue fell
            grew organically, organic growth, organic sales, net revenue growth, profit for the period, net profit attributable
            attributable to shareholders, diluted earnings, earnings per ads, loss per share, loss per ads, income from operations
            loss from operations, profit from operations, pretax income, pretax profit, profit before tax, ebit, ebita, break even, breakeven
            profitable, first half, combined ratio, funds from operations, same period last year, year over year, year on year, sequentially
            quarter over quarter
            """),
        "guidance": words("""
            guidance, outlook, currently expect, currently expects, we expect, we anticipate, we forecast, full-year target, full year target
            for the next quarter, we are guiding, guide, guided, reiterate, reaffirm, looking ahead, going forward, long-term target
            forecast, forecasts, expects revenues to be, expected to be between, medium-term target, raise our guidance, expects revenue
            expect revenue, look for revenue, look for, target, targets, targeting, our target, we aim, aim to, aiming for, intend to
            intend to reach, we plan to, plan for, should be, should come in, will be between, in the range of, range, midpoint
            for the full year, next year, this year we expect, second half, next quarter, current quarter, in the fourth quarter we, lift
            lifting, top of our range, high end, low end, long-term ambition, ambition, by the end of the year, model, pencil in, assume
            assumes, assumption, assumptions, capital markets day, expected, expect, expecting, ceiling
            """),
        "margin": words("""
            gross margin, gross margins, operating margin, operating margins, net margin, net loss margin, profit margin, margin expansion
            margin, margins, ebitda margin, basis points, gross profit, contribution margin, unit economics, take rate, operating leverage
            gross profit per, vehicle margin, ebita margin, operating income margin, percentage points, points of margin, net interest margin
            incremental margins, incremental margin, spread, spreads, net margin of, margin trajectory
            """),
        "costs": words("""
            cost of revenue, cost of revenues, cost of sales, costs, operating expenses, expenses, opex, cost control, cost savings
            cost reduction, sg&a, general and administrative, selling and marketing expenses, sales and marketing expenses, staff costs
            overhead, outsourcing costs, cost structure, efficiency program, restructuring, expense ratio, marketing expenses, cost, expense
            wage inflation, selling expenses, administrative expenses, selling and marketing, sales and marketing
            general and administrative expenses, fulfillment expenses, marketing spend, depreciation, amortization, amortisation
            depreciation and amortization, freight cost, energy bill, power bill, electricity, gas bill, hedged, hedging gas, energy, fuel
            fuel cost, cost per, spend, overheads, fees, insurance, maintenance expense, price of steel, raw material costs, input costs
            inflation in, one-time cost, charge, cost inflation, savings, save, consultants
            """),
        "segments": words("""
            segment, segments, business line, business lines, business unit, business units, division, divisions, product line, product lines
            by segment, revenue mix, product mix, sub-businesses, breakdown by, each of our businesses, split between, core business
            by region, by product, by line, by vertical, by application, by category, by business, by geography, regions, the businesses
            three businesses, two businesses, largest business, largest segment, smallest segment, smallest line, the mix, business mix
            product category, categories, vertical, verticals, accounted for, made up, makes up, make up, share of sales, share of revenue
            of total revenue, of group sales, of revenue came from, of our sales, of the total, split, break out, break down, breakdown, unit
            units, subsidiary, geography, north america, asia-pacific, europe grew, the americas, line of business, services grew
            growth of each, revenue from
            """),
        "customers_retention": words("""
            customers, customer base, active customers, new customers, existing customers, large customers, enterprise customers, retention
            retention rate, net retention, dollar-based net retention, renewal, renewals, churn, customer loyalty, subscribers, users
            paying users, monthly active users, daily active users, user growth, customer satisfaction, clients, members, repeat purchase
            cross-selling, up-selling, upsell, cross-sell, customer acquisition, arpu, contract renewals, customer, client, member, user
            subscriber, accounts, key accounts, enterprise customer, largest customers, ten largest, loyalty, net revenue retention
            gross retention, renew, renewed, expiring contracts, players, passengers, patients, guests, riders, merchants, students
            hospitals, households, policyholders, depositors, attach rate, seats, cohort, sign up, signed up, net promoter score, complaints
            take-up, membership, contract term
            """),
        "pricing": words("""
            price, prices, pricing, price increase, price increases, price cut, price cuts, discount, discounts, average selling price, asp
            list price, tariff plan, price war, pricing power, price competition, repricing, price mix, unit price, promotions, pricing model
            average price, average prices, average selling prices, selling price, selling prices, price list, prices went, raise prices
            raised prices, higher prices, lower prices, per unit price, fee, fees per, surcharge, index clause, index clauses, pass on
            passed on, pass through, lease rates, day rate, day rates, charter rates, spot prices, spot price, contract prices, renewal rates
            rate increase, fare, fares, rent, rents, premium rates, volume and price, price and volume, revenue per unit, revenue per vehicle
            average order value, procurement prices
            """),
        "product_technology": words("""
            product, products, platform, launch, launched, new product, new products, product launch, technology, technologies, software
            cloud, saas, feature, features, functions, solution, solutions, roadmap, architecture, user experience, upgrade, version
            infrastructure, data center, chip, hardware, cybersecurity, data security, app, devices, prototype, digital platform, 5g, battery
            new model, new models, model year, new platform, next generation, series production, mass production, module, modules, title
            titles, game, games, sequel, panel, menu, range, new range, interface, design, nanometre, node, yield, failure rate, quality
            uptime, outage, recall, recalled, defect, website, online, digital, rolled out, roll out, rollout, software platform, sensor
            robot, robots, automation, automated, engine, solid-state, machine, machines, cyber
            """),
        "ai": words("""
            artificial intelligence, ai, machine learning, large language model, large language models, llm, llms, generative ai, chatbot
            chatbots, deep learning, natural language processing, nlp, foundation model, foundation models, gpu, gpus, computer vision
            speech recognition, neural network, intelligent assistant, copilot, agentic, ai agents, algorithm, algorithms, assistant
            language model, language models, model training, inference, training data, copilots, generative, machine vision
            """),
        "rnd": words("""
            research and development, r&d, r&d expenses, research and development expenses, r&d investment, r&d investments, engineers
            laboratory, patent, patents, clinical trial, clinical trials, pipeline of drugs, prototype, innovation, r&d staff, r&d team
            scientists, research institute, clinical, trial, trials, phase two, phase three, phase ii, phase iii, enrollment, readout, study
            lab, labs, developers, development pipeline, in development, patented, research, pilot line
            """),
        "sales": words("""
            sales force, sales team, sales channel, sales channels, distribution, distributors, marketing, advertising, advertisement, brand
            branding, go-to-market, sales strategy, e-commerce, online channel, retail stores, stores, same-store sales, direct sales
            dealers, resellers, bookings, orders, backlog, sales cycle, promotion campaign, lead generation, leads, tender, tenders
            contract wins, order, ordered, order book, new orders, book-to-bill, billings, net new, remaining performance obligations, rpo
            arr, annual recurring revenue, pipeline, deals, deal, win rate, won, signed, contract, contracts, deliveries, delivered, store
            store openings, opened a net, shop, shops, outlets, restaurants, franchisees, dealer, distributor, wholesale, retail
            supermarkets, channel, channels, reps, salespeople, campaign, user acquisition, demand generation, sell-through, trade-in
            web shop, units sold, bids, sold out, footfall
            """),
        "partnerships": words("""
            partnership, partnerships, partner, partners, cooperation, cooperate, collaboration, collaborate, collaborated
            strategic agreement, strategic framework agreement, joint venture, alliance, ecosystem partners, framework agreement
            strategic investor, strategic investors, memorandum of understanding, mou, co-develop, licensing agreement, joint development
            co-branded, franchise agreement, distribution agreement, exclusive supplier, licensing, milestone payment, royalty, royalties
            teamed up
            """),
        "competition": words("""
            competition, competitor, competitors, competitive, competitive landscape, competitive advantage, competitive advantages
            market share, rival, rivals, compete, competing, peers, market leader, frontrunner, industry leader, leading position
            barrier to entry, differentiate, differentiation, market position, competitor's, market share gains, our share
            share of the market, rank, ranked, number one, number two, new entrant, new entrants, undercut, win share, lose share
            low-cost rival, head-to-head, peers are, other makers, chinese makers
            """),
        "mergers": words("""
            acquisition, acquisitions, acquire, acquired, acquiring, merger, mergers, m&a, divest, divested, divestiture, divestment
            disposal, spin-off, takeover, integration of, business combination, purchase price allocation, disposal of subsidiaries
            sale of the business, tender offer, purchase price, earn-out, earn-outs, bid, take over, buying a, bought a, sold the, sale of
            target company, integration, synergies, ebitda multiple, carve-out, spin off, disposals, divesting, asking price, asking prices
            m & a
            """),
        "expansion_abroad": words("""
            overseas, international expansion, international markets, international business, global expansion, abroad, foreign markets
            southeast asia, overseas market, overseas markets, globalization, localization, new markets, emerging markets, cross-border
            export, exports, outside china, outside our home market, international, international revenue, export markets, europe, asia
            middle east, latin america, africa, vietnam, indonesia, thailand, malaysia, india, mexico, brazil, japan, korea, germany, poland
            overseas revenue, foreign operations, country, countries, new country, localisation, international sales, global footprint
            """),
        "regulation": words("""
            regulation, regulations, regulatory, regulator, regulators, compliance, license, licence, licensing requirement
            government policy, policies, legislation, law, laws, antitrust, anti-monopoly, data privacy, personal information, approval from
            export controls, sanctions, foreign investment, cyberspace administration, vie, variable interest entities, capital requirements
            tariff, tariffs, subsidy, subsidies, authority, authorities, competition authority, regulator's, rule, rules, new rules, ministry
            minister, government, tax on, permit, permits, quota, quotas, reimbursement, medicare, volume-based procurement, procurement list
            approved, approval, approvals, final report, inquiry, probe, state aid, ban, banned, directive, mandate, mandated, cap on, levy
            duties, anti-dumping, trade restrictions
            """),
        "litigation": words("""
            litigation, lawsuit, lawsuits, class action, court, legal proceedings, arbitration, settlement agreement, plaintiffs, plaintiff
            defendant, damages, patent infringement, infringement, sued, subpoena, investigation, legal claim, legal claims, verdict, appeal
            hearing, ruling, tribunal, claim, claims, settled, settlement, legal charge, legal fees, patent case, court case, judge, jury
            suit, suits, sue, indemnity, damages claim, legal dispute, dispute
            """),
        "capital_liquidity": words("""
            cash, cash equivalents, cash and cash equivalents, liquidity, cash flow, cash flows, free cash flow, operating cash flow
            working capital, debt, net debt, convertible notes, bonds, loan, loans, credit facility, borrowings, share repurchase
            share repurchases, buyback, buybacks, share buyback, dividend, dividends, capital expenditure, capital expenditures, capex, ipo
            initial public offering, balance sheet, refinancing, capital allocation, short-term investments, offering proceeds
            use of proceeds, leverage ratio, accounts receivable, cash position, cash burn, burned, free cash, operating cash, net cash
            leverage, interest expense, borrowing, borrow, facility, facilities, bond, convertible, converts, maturity, maturities
            variable rates, days sales outstanding, receivables, receivable, overdue, collections, payables, working capital outflow
            term deposits, marketable securities, repurchased, repurchase, bought back, buy back, retire shares, payout, pay out, distribute
            capital spending, capital budget, equity raise, raise money, raise capital, share count, equity ratio, gearing, rating agency
            credit rating, covenant, covenants, refinance, refinanced, prepaid, prepayment, prepayments, down payment, down payments
            treasury shares, interest cover
            """),
        "share_based_compensation": words("""
            share-based compensation, stock-based compensation, share based compensation, share options, stock options, restricted shares
            rsu, rsus, restricted share units, restricted stock units, equity incentive, equity incentive plan, option grants, incentive plan
            vesting, stock comp, share-based payments, share based payments, option plan, stock grants, equity grants, grant date
            incentive shares, retention stock, employee share plan, exercise price, vest, vests
            """),
        "accounting_controls": words("""
            gaap, non-gaap, reconciliation, accounting policy, accounting policies, accounting standards, revenue recognition
            internal control, internal controls, audit, auditor, audited, unaudited, material weakness, material weaknesses, restatement
            restated, impairment, goodwill, fair value, deferred revenue, consolidated financial statements, financial statements, footnote
            disclosure, disclose, contract assets, allowance for doubtful accounts, depreciation and amortization, significant accounting
            asc 606, ifrs, pro forma, tax, tax rate, effective tax rate, income tax, taxes, deferred tax, write-down, write-downs, write down
            written down, write-off, write off, reversal, reversals, provision, provisions, provided for, capitalised, capitalized
            unaudited figures, adjusted measure, our measures, non-gaap measures, constant currency, constant exchange rates, fiscal year
            comparable basis, excludes, excluding, definition, restate, amounts are in, in renminbi, in us dollars, comment letter
            disclosures, auditors, one-off, reclassification, accrual, accruals, allowance, credit losses
            """),
        "macro": words("""
            macro, macroeconomic, economy, economic growth, gdp, inflation, interest rates, interest rate, recession, pandemic, covid-19
            covid, lockdown, lockdowns, exchange rate, exchange rates, foreign exchange, currency headwinds, consumer confidence
            geopolitical, trade war, unemployment, consumer spending, economic environment, market conditions, central bank, seasonality
            currency, currencies, the dollar, the euro, the yen, stronger euro, strong dollar, weaker, fx, hedge, hedging, hedges, exposure
            appreciation, depreciation of the, exchange gain, exchange loss, seasonal, seasonally, season, winter, summer, weather, holiday
            lunar new year, spring festival, industry association, market is expected, market size, world market, the market for, the market
            housing, building permits, housing starts, construction activity, consumer demand, consumers, demand environment, demand, cycle
            downturn, upturn, tourism, tourists, population, political, election, war, subsidies expire, household spending, spending power
            """),
        "supply": words("""
            supply chain, supply chains, supplier, suppliers, inventory, inventories, raw material, raw materials, shortage, shortages
            logistics, manufacturing, production capacity, capacity, factory, factories, plant, plants, procurement, lead times, shipment
            shipments, freight, components, warehouse, warehouses, component shortage, sourcing, capacity utilization, delivery times
            plant in, mill, mills, furnace, furnaces, line, lines, second line, production line, ramp, ramp-up, ramped, ramping, utilization
            utilisation, full load, full capacity, of capacity, fab, fabs, wafers, tools, equipment delivery, warehouse space, fleet
            vehicles, trucks, wagons, ships, aircraft, slots, occupancy, hubs, fulfillment centers, fulfillment centres, data centre capacity
            terminal, construction works, concrete, inventory days, days of inventory, inventory in the channel, channel inventory, stock of
            spare parts, on-time delivery, delivery, delays, behind schedule, on schedule, lead time, supplier's, second source, harvest
            farms, crop, yield per, ore, output, throughput, tonnes, reserves, outage at, compressor, maintenance shutdown, scrap, packaging
            raw milk, volumes, shipped, shift, shifts, opening of the
            """),
        "people": words("""
            employees, employee, headcount, hiring, recruit, recruitment, talent, talents, staff, workforce, layoffs, management team
            appointed, appointment, resigned, resignation, chief executive officer, new cfo, successor, board of directors, training, wages
            salaries, retire, retirement, leadership transition, labor, social insurance, colleagues, people, our people, team, teams
            engineers, doctors, drivers, pilots, nurses, pay, wage, union, strike, turnover of, attrition, recruiting, recruits, openings
            jobs, hire, hired, vacancies, full-time, labour, staff turnover, job cuts, succession, board member, appoint, joins us, founder
            """),
        "esg": words("""
            esg, sustainability, sustainable development, carbon, carbon neutrality, carbon neutral, net zero, net-zero, emissions
            renewable energy, climate change, corporate governance, diversity, social responsibility, corporate social responsibility
            environmental protection, green energy, recycling, charity, donation, donations, community, workplace safety, energy efficiency
            electric vehicles, solar panels, solar, wind power, recycled, waste, waste rate, accident, accidents, lost-time, safety, emission
            co2, sustainability report, green, energy saving, biodiversity, donate
            """),
        "housekeeping": words("""
            operator, next question, first question, last question, question-and-answer, question and answer session, q&a session, q&a
            thank you for joining, turn the call over, hand the call over, hand it over to, turn it over to, conference call, webcast, replay
            press release, forward-looking statements, safe harbor, good morning, good afternoon, good evening, ladies and gentlemen
            please go ahead, dial-in, thank you for standing by, follow-up question, no further questions, concludes today's
            concludes our prepared remarks, you may now disconnect, operator instructions, foreign language, interpreted, investor relations
            can you hear me, my second question, i have two questions, prepared remarks, good day, hello, hi, thanks for taking
            taking my question, taking my questions, thank you, thanks, welcome to, welcome, congratulations, congrats, line is open
            your line, please proceed, please begin, go ahead, question comes from, questions come from, we go next to, next up, first up
            our final question, final question, last question today, next caller, hand over, hand you over, hands over, give the floor
            the floor is yours, floor, over to you, turn it over, listen-only, on mute, muted, lines are muted, recorded, press star
            star and one, joining me, with me, with me today, on the line, look forward, goodbye, good-bye, disconnect, disconnect your lines
            that concludes, this concludes, concludes, conclude, our website, ir website, slides, slide deck, deck, annual report describes
            turn out otherwise, forward-looking, look ahead, looks ahead, caution, cautionary, risks described, undertake
            take your questions, take questions, questions please, two questions, three questions, a couple from me, follow-up, one follow-up
            if i may, squeezing me in, fitting me in, that's all from me, very helpful, let me translate, in english, in mandarin
            interpreter, translate, foreign speech, speaks, let me start, i will start, i'll start, income statement happy to take
            your questions, see you next quarter, conference has ended, session, remarks, opening remarks, open the line, open the queue
            no further
            """),
    },
)
