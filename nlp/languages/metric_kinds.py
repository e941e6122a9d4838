"""What kind of number each canonical metric is, in any language."""

from __future__ import annotations

RATIO_METRICS = frozenset(
    "pretax_margin gross_margin operating_margin net_margin adjusted_ebitda_margin ebitda_margin tax_rate retention churn take_rate "
    "market_share utilization occupancy load_factor combined_ratio conversion_rate net_interest_margin roe roic "
    "penetration yield same_store_sales book_to_bill leverage growth on_time_rate defect_rate overdue_rate npl_ratio win_rate "
    "margin capital_ratio loss_ratio debt_ratio payout_ratio expense_ratio operating_expense_ratio rnd_expense_ratio "
    "sales_marketing_expense_ratio ga_expense_ratio sga_expense_ratio fulfillment_expense_ratio cost_of_revenue_ratio capex_ratio electricity ebita_margin roce cash_conversion free_cash_flow_margin cost_of_risk solvency_ratio "
    "interest_coverage table_turnover cost_income_ratio coverage_ratio staff_expense_ratio fee_rate new_business_margin "
    "charge_off_rate vacancy_rate".split()
)
COUNT_METRICS = frozenset(
    "customers subscribers users stores headcount shares volume orders capacity production inventory_days "
    "receivable_days payable_days facilities vehicles passengers patients students downloads distributors suppliers "
    "patents lead_time nps subsidiaries installed_base".split()
)
# What a count of goods may be.
GOODS_METRICS = frozenset("volume production orders backlog capacity market_size".split())
# Measures given in money and by number alike.
MONEY_OR_COUNT = frozenset("orders market_size buyback bookings backlog".split())
# Measures that a text goes through part by part: where a part moves, it moves in the one spoken of.
WALKED = frozenset("orders bookings arr gmv same_store_sales arpu subscribers price volume".split())
PROFITS = frozenset("pretax_income operating_income net_income ebitda adjusted_ebitda ebita gross_profit".split())
# What the parts of a business do not add up to.
NEVER_ADDED = frozenset(
    "price unit_cost order_value arpu inventory_days receivable_days payable_days lead_time nps fx_rate".split()
)
# What no part of a business is called by: a name that ends in one is that of a measure.
NEVER_SEGMENTS = frozenset(
    "revenue gross_profit gross_margin operating_income operating_margin net_income ebitda adjusted_ebitda volume price "
    "utilization yield churn retention".split()
)
# What only a company as a whole has.
NEVER_OF_PARTS = frozenset(
    "fx_rate eps dividend payout_ratio shares tax_rate debt_ratio capital_ratio other:gain".split()
)
MULTIPLE_METRICS = frozenset(("book_to_bill", "leverage", "interest_coverage"))
PER_SHARE_METRICS = frozenset(("eps", "dividend", "ffo"))
SIGNED_METRICS = frozenset(
    "net_income operating_income pretax_income eps ebita ebitda adjusted_ebitda operating_cash_flow free_cash_flow "
    "investing_cash_flow financing_cash_flow gross_profit ffo net_operating_income".split()
)
# A margin of the profit just spoken of.
MARGIN_OF = {
    "operating_income": "operating_margin",
    "gross_profit": "gross_margin",
    "net_income": "net_margin",
    "ebita": "ebita_margin",
    "ebitda": "ebitda_margin",
    "adjusted_ebitda": "adjusted_ebitda_margin",
    "free_cash_flow": "free_cash_flow_margin",
    "net_interest_income": "net_interest_margin",
    "pretax_income": "pretax_margin",
    "new_business_value": "new_business_margin",
}
# Balances even where a quarter is named: "at the close of our second quarter cash stood at 64 million".
STOCK_METRICS = frozenset(
    "cash net_cash debt working_capital total_assets equity inventory receivables payables deferred_revenue deposits "
    "loans headcount stores arr capacity backlog facilities vehicles assets_under_management".split()
)
# Figures of a day, not of a period: without a date they are of the period's last day.
BALANCE_METRICS = frozenset(
    "cash net_cash debt working_capital total_assets equity inventory receivables payables deferred_revenue deposits loans "
    "headcount stores customers subscribers users arr debt_ratio capacity backlog assets_under_management shares facilities "
    "vehicles distributors suppliers patents npl_ratio capital_ratio coverage_ratio solvency_ratio leverage overdue_rate".split()
) | {"other:members", "other:special mention loan rate"}
# Measures that companies give with and without adjustments.
ADJUSTABLE = frozenset(
    "gross_profit gross_margin operating_income operating_margin operating_expenses operating_expense_ratio net_income net_margin "
    "eps pretax_income rnd_expense rnd_expense_ratio sales_marketing_expense sales_marketing_expense_ratio ga_expense "
    "ga_expense_ratio sga_expense sga_expense_ratio cost_of_revenue tax_rate".split()
)
# Measures of what went on over a span of time, never of a day.
SPAN_METRICS = ADJUSTABLE | frozenset(
    "revenue ebitda adjusted_ebitda ebita ebitda_margin adjusted_ebitda_margin operating_cash_flow free_cash_flow capex "
    "investing_cash_flow financing_cash_flow same_store_sales inventory_days receivable_days payable_days utilization volume production".split()
)
# Money that adds up over time: the quarters make the half and the year. Balances, rates and prices do not.
ADDITIVE_METRICS = frozenset(
    "revenue cost_of_revenue gross_profit operating_income operating_expenses rnd_expense sales_marketing_expense "
    "ga_expense sga_expense net_income pretax_income ebitda adjusted_ebitda ebita operating_cash_flow investing_cash_flow "
    "financing_cash_flow free_cash_flow capex depreciation_amortization share_based_compensation gmv orders bookings "
    "buyback net_interest_income premiums volume production".split()
)
# What improves by going down.
FEWER_IS_BETTER = frozenset(
    "churn combined_ratio loss_ratio expense_ratio operating_expense_ratio rnd_expense_ratio sales_marketing_expense_ratio "
    "ga_expense_ratio sga_expense_ratio fulfillment_expense_ratio cost_of_revenue_ratio cost_income_ratio staff_expense_ratio "
    "npl_ratio overdue_rate charge_off_rate vacancy_rate cost_of_risk debt_ratio leverage defect_rate tax_rate lead_time "
    "inventory_days receivable_days cost_of_revenue operating_expenses".split()
)
