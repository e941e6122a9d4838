"""Questions that share hardly a word with their answers: (parts, (part or None, sentence)), in the order spoken."""

from __future__ import annotations

Exchange = tuple[tuple[str, ...], tuple[tuple[int | None, str], ...]]

EXCHANGES: tuple[Exchange, ...] = (
    (
        ("Could you update us on the Brno plant?", "And how are you thinking about working capital into year-end?",),
        (
            (None, "Sure."),
            (0, "Brno has been running two shifts since September and we are happy with the scrap rate."),
            (0, "The third shift comes after Christmas."),
            (1, "We will release maybe 30 million of inventory in the fourth quarter, so cash generation should be good."),
        ),
    ),
    (
        ("What drove the step-up in SG&A?", "Is that a run rate we should use?",),
        (
            (0, "It was mostly the new ERP system and some legal fees."),
            (0, "There was also about 4 million of severance in there."),
            (1, "No, I would take 5 million out when you model the next few quarters."),
        ),
    ),
    (
        ("Can you talk about trends in Germany and in Poland?", "And what have you assumed for the euro?",),
        (
            (0, "Germany was weak, with traffic down 3%."),
            (0, "Poland on the other hand had its best quarter ever."),
            (1, "We use 1.08 for the rest of the year."),
        ),
    ),
    (
        ("First, what is the churn among small merchants?", "Second, when do you launch in Brazil?",),
        (
            (0, "It has been stable at about 1.5% a month."),
            (0, "The ones who leave are typically in their first half-year."),
            (1, "We go live in March, with two banks."),
            (1, "It will not be material for 2031."),
        ),
    ),
    (
        ("How much of the order intake was for data centers?", "Are lead times coming down?",),
        (
            (0, "A little less than a third."),
            (0, "Two years ago it was close to nothing."),
            (1, "For transformers, no, they are still at 60 weeks."),
            (1, "Switchgear is better, we quote 20 weeks now."),
        ),
    ),
    (
        ("Do you expect the regulator to decide before the summer?", "And if not, what happens to the synergies?",),
        (
            (0, "We think they will come back to us in May or June."),
            (1, "Every month of delay costs us about 2 million of savings."),
            (1, "But the total we announced does not change."),
        ),
    ),
    (
        ("On pricing, are competitors following you?", "And then on volumes, did you see any pre-buying ahead of the increase?",),
        (
            (0, "Two of the three larger ones have announced similar moves."),
            (0, "The third one has not, and we watch it."),
            (1, "A bit in June, perhaps one percent of the quarter."),
            (1, "That unwinds in July."),
        ),
    ),
    (
        ("What's the mix between new and existing customers in that pipeline?", "How long is the sales cycle now?",),
        (
            (0, "It's about 60-40 in favor of existing ones."),
            (1, "Nine months, roughly, against seven a year ago."),
            (1, "People want more signatures."),
        ),
    ),
    (
        ("Could you comment on the dividend?", "Also, any thoughts on M&A?",),
        (
            (0, "The board will look at it in February as it always does."),
            (0, "Our policy is 40% of earnings."),
            (1, "Our people look around all the time, but valuations are still too high for us."),
        ),
    ),
    (
        ("Where do you see the biggest savings, procurement or headcount?", "What is the cash cost of the program?", "And when does it pay back?",),
        (
            (0, "Procurement is two thirds of it."),
            (1, "The charges will be about 25 million, nearly all of them in cash."),
            (2, "We get that back within 18 months."),
        ),
    ),
    (
        ("Could you give the backlog for marine and for rail?", "Secondly, what are you seeing in steel?",),
        (
            (0, "Marine stands at 410 million."),
            (0, "For rail it is 265."),
            (1, "Prices have come off by a tenth since spring, and we have bought forward for two quarters."),
        ),
    ),
    (
        ("How is the integration going?", "Has anybody important left?",),
        (
            (0, "We are on plan, all the offices are on our systems now."),
            (1, "We lost one of the four partners, and we knew that he would retire."),
        ),
    ),
    (
        ("What explains the drop in the tax rate?", "Does the new minimum tax change anything for you?",),
        (
            (0, "We released a provision in Ireland after an audit was closed."),
            (1, "Very little, perhaps half a point from next year."),
        ),
    ),
    (
        ("Have you had any problems getting nurses?", "And how did length of stay develop?",),
        (
            (0, "It is better than it was."),
            (0, "We filled 300 positions since January and use far fewer agencies."),
            (1, "It went from 5.1 to 4.9 days."),
        ),
    ),
    (
        ("Is the Chinese JV still on track?", "How should we think about R&D next year?", "And a housekeeping one, what was the share count at year-end?",),
        (
            (0, "Yes, the building is finished and the tools arrive in April."),
            (1, "It will go up with sales, so around 9% of revenue again."),
            (2, "It was 84.3 million."),
        ),
    ),
    (
        ("I wanted to ask about same-store sales in October.", "And could you tell us what the calendar shift was worth?",),
        (
            (0, "October is running at plus 4, a touch better than September."),
            (1, "It helped the quarter by about 70 basis points."),
        ),
    ),
    (
        ("Can you help us with gross margin for the fourth quarter?", "Are you still adding stores in Texas?",),
        (
            (0, "I would expect it to be flat to slightly down, because freight is against us."),
            (0, "We have some markdowns to take as well."),
            (1, "We opened six and have leases signed for ten more."),
        ),
    ),
    (
        ("Would you consider selling the packaging business?", "What does it earn today?",),
        (
            (0, "We do not comment on speculation."),
            (1, "It made 38 million of EBITDA last year."),
        ),
    ),
    (
        ("How many of the new vessels are chartered?", "At what rates?", "And is there any news on the dispute with the yard?",),
        (
            (0, "Five of eight are fixed for three years or longer."),
            (1, "They are in the high forties, thousand dollars a day."),
            (2, "The hearing has been moved to November, so nothing new there."),
        ),
    ),
    (
        ("What is happening with destocking at distributors?", "Do you see it in Asia too?",),
        (
            (0, "We think most of it is behind us."),
            (0, "Sell-out was ahead of sell-in for the first time in five quarters."),
            (1, "There, it started later, and it will need until the spring."),
        ),
    ),
    (
        ("How did the autumn catalogue do?", "And can you say what you expect for returns?",),
        (
            (0, "Very well, it is the best one we ever had."),
            (0, "Home textiles stood out."),
            (1, "About one parcel in four comes back, and we see no reason why that would change."),
        ),
    ),
    (
        ("What is left to do on the SAP migration?", "Will there be more double running costs?",),
        (
            (0, "Two countries, Spain and Italy, come over in May."),
            (0, "After that we are done."),
            (1, "A couple of million in the second quarter, and then they disappear."),
        ),
    ),
    (
        ("Can you quantify the effect of the strike?", "Have you signed with the union by now?",),
        (
            (0, "It took roughly 12 million off the top line, and half of that off profit."),
            (1, "The vote is next week, and the committee recommends it."),
        ),
    ),
    (
        ("I'd like to understand the cash conversion.", "Then, is there any update on the CFO search?",),
        (
            (0, "Collections slipped over the quarter-end, and we built some safety stock."),
            (0, "It comes back in Q1."),
            (1, "We have two very good people in the final round."),
        ),
    ),
    (
        ("What share of the fleet is electric today?", "Where do you want to be by 2035?", "And who pays for the chargers?",),
        (
            (0, "We are at 14%."),
            (1, "The board has set 60% as an ambition."),
            (2, "In most depots it is the city."),
        ),
    ),
    (
        ("Did weather play a role in beverages?", "What are you planning for promotions in the fourth quarter?",),
        (
            (0, "Yes, June was cold and it cost us two points."),
            (0, "July more than made up for that."),
            (1, "I would rather not say, our competitors listen, too."),
        ),
    ),
    (
        ("How many beds do you add next year?", "What occupancy do you need to break even on them?",),
        (
            (0, "It will be 420, in three places."),
            (0, "Two of those are conversions."),
            (1, "With seven out of ten filled we cover our cost."),
        ),
    ),
    (
        ("Could you talk about price realization in ammonia?", "And are you worried about imports from the Gulf?",),
        (
            (0, "We achieved 410 dollars per ton against 520 a year ago."),
            (0, "Contracts lag spot by a month or so."),
        ),
    ),
    (
        ("What do you see from the consumer in the first weeks of January?", "How promotional is the market?",),
        (
            (0, "Footfall is slightly ahead of last year."),
            (0, "Baskets are smaller, though."),
            (1, "Everybody has a lot of stock, so discounts started early."),
        ),
    ),
    (
        ("Is the refinancing of the 2034 bond done?", "At what spread?",),
        (
            (0, "We closed it on Monday."),
            (1, "185 over, which was inside our guidance."),
        ),
    ),
    (
        ("When can we see the phase three data?", "And do you need a partner to launch in Japan?",),
        (
            (0, "The last patient comes out in April, so think about early summer."),
            (1, "Not necessarily, we have a small team in Osaka already."),
        ),
    ),
    (
        ("What happened to the gross margin in Tools?", "Should we expect the same in the second half?",),
        (
            (0, "There was a one-off in there, we wrote down some old batteries."),
            (0, "Without it we would have been at 31%."),
            (0, "The team has changed the way it plans since then."),
        ),
    ),
    (
        ("Can you remind us of the covenant?", "Where are you today against it?",),
        (
            (0, "It is three and a half times net debt to EBITDA."),
            (1, "We stood at 2.1 at the end of the year."),
        ),
    ),
    (
        ("What drives the growth in advisory?", "How sticky are those clients?",),
        (
            (0, "Succession, mainly: owners sell and want help with the proceeds."),
            (0, "Also the two teams that joined us in Lyon."),
            (1, "Ninety-five out of a hundred stay for more than three years."),
        ),
    ),
    (
        ("Any change in the competitive picture in parcel lockers?", "And what would a second supplier of screens mean for your costs?",),
        (
            (0, "A retailer has started with its own boxes, about 200 of them so far."),
            (1, "We would save some 8% of the bill of materials."),
        ),
    ),
    (
        ("Could you give us the number of active users?", "Why did engagement fall in September?",),
        (
            (0, "We had 6.2 million at quarter-end."),
            (1, "School started a week later, and the app update had a bug that kept people out for two days."),
        ),
    ),
)  # fmt: skip
