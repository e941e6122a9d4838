"""What kind of number each canonical metric is, in any language."""

from __future__ import annotations

RATIO_METRICS = frozenset(
    "gross_margin operating_margin net_margin adjusted_ebitda_margin ebitda_margin tax_rate retention churn take_rate "
    "market_share utilization occupancy load_factor combined_ratio conversion_rate net_interest_margin roe roic "
    "penetration yield same_store_sales book_to_bill leverage growth".split()
)
COUNT_METRICS = frozenset(
    "customers subscribers users stores headcount shares volume orders capacity production inventory_days "
    "receivable_days".split()
)
PER_SHARE_METRICS = frozenset(("eps", "dividend"))
SIGNED_METRICS = frozenset(
    "net_income operating_income pretax_income eps ebitda adjusted_ebitda operating_cash_flow free_cash_flow "
    "gross_profit".split()
)
# Figures of a day, not of a period: without a date they are of the period's last day.
BALANCE_METRICS = frozenset(
    "cash debt total_assets equity inventory receivables payables deferred_revenue deposits loans headcount stores "
    "customers subscribers capacity backlog assets_under_management shares".split()
)
