"""The pages of `tieout explain` for statements judged against a document."""

from __future__ import annotations

PAGES: dict[str, str] = {
    "V00": """V00 nothing about it
Means: the document has no figure for what the statement's number is about. It may be right.
Decided: no amount in a meeting unit stands among enough of the statement's words.
Does not say: that the statement is wrong.""",
    "V01": """V01 the document says so
Means: the same number stands in the document for the same thing; `rounding` where the statement is coarser.
Example: "sales of $0.12 billion" and "sales were $120 million"; 净利增三成 and 净利润同比增长31.4%.
Decided: value by intervals, unit and currency, the words around both numbers (rare words count more, a metric counts by
any of its names), direction, gain or loss, period, current or compared with. All must agree where both sides say them;
each number of a statement is also held against the others, so that exchanged ones are seen.
Does not say: that the document is right.""",
    "V02": """V02 the document says otherwise
Means: the document has another number for the same thing, or this number with another unit, currency or direction, as a
gain where the statement has a loss, or exchanged with another number of the statement.
Example: "sales fell 4.1%" where the document has sales up 4.1%; "RMB7.2 million" where it has $7.2 million.
Decided: an agreeing number near the same words comes first; only without one is another number there held against the
statement, and only where most of the statement's known words stand around it and no other period is named.
Does not say: which of the two is right. The repair is the document's number.""",
    "V10": """V10 of another period
Means: the document has the number for the same thing, but of another quarter, year, month or day, or as the figure that
the current one is compared with.
Example: "Q2 sales of $120 million" where the document's Q3 sales are $120 million.
Decided: the nearest time named before or behind the number, then earlier in its sentence, then in the sentences before
and the document's own period. A time that one side does not name is no conflict.
Does not say: what the figure of the period named was.""",
}
