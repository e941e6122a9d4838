"""The views of the DuckDB file: questions that are asked of many calls, as SQL to read and change."""

from __future__ import annotations

VIEWS: dict[str, str] = {
    # How many findings of each kind a company has in each quarter; `still_open` are those nobody has accepted.
    "findings_by_quarter": """
        SELECT call_company, call_period, severity, verdict, code, origin, count(*) AS findings,
               count(*) FILTER (accepted IS NULL) AS still_open
        FROM findings
        GROUP BY ALL
        ORDER BY call_company, call_period, findings DESC, code
    """,
    # What a company said a figure was, one line a value: the claims of one metric as a time series.
    "metric_series": """
        SELECT call_company, metric, segment, definition, basis, unit, period, low, high, count(*) AS times,
               min(call_period) AS first_said_in, list(DISTINCT language ORDER BY language) AS languages,
               min(call) AS call, min(claim_id) AS claim_id
        FROM claims
        WHERE role = 'level' AND modality = 'reported' AND period IS NOT NULL
        GROUP BY ALL
        ORDER BY call_company, metric, segment, unit, period, times DESC
    """,
    # What was guided, beside what a later call reports of the same quantity and period.
    "guidance_accuracy": """
        WITH guided AS (
            SELECT DISTINCT call_company, call_period, metric, segment, basis, unit, period, low, high
            FROM claims WHERE modality = 'guided' AND role = 'level' AND period IS NOT NULL
        ), reported AS (
            SELECT call_company, call_period, metric, segment, basis, unit, period, low, half_step,
                   row_number() OVER (PARTITION BY call_company, metric, segment, basis, unit, period
                                      ORDER BY half_step, call_period, claim_id) AS place
            FROM claims
            WHERE modality = 'reported' AND role = 'level' AND period IS NOT NULL AND low = high
        )
        SELECT g.call_company, g.metric, g.segment, g.basis, g.unit, g.period, g.call_period AS guided_in,
               r.call_period AS reported_in, g.low AS guided_low, g.high AS guided_high, r.low AS reported,
               CASE WHEN r.low + r.half_step < g.low THEN 'below'
                    WHEN r.low - r.half_step > g.high THEN 'above'
                    ELSE 'within' END AS outcome
        FROM guided AS g JOIN reported AS r
          ON g.call_company = r.call_company AND g.metric = r.metric AND g.unit = r.unit AND g.period = r.period
         AND g.segment IS NOT DISTINCT FROM r.segment AND g.basis IS NOT DISTINCT FROM r.basis AND r.place = 1
        WHERE r.call_period > g.call_period
        ORDER BY g.call_company, g.period, g.metric, g.call_period
    """,
    # The share of sentences of each tone, and the mean score, over a company's quarters and by language.
    "tone_by_quarter": """
        SELECT t.call_company, t.call_period, s.language, count(*) AS sentences, avg(t.score) AS mean_score,
               count(*) FILTER (t.label = 'positive') / count(*) AS positive,
               count(*) FILTER (t.label = 'negative') / count(*) AS negative
        FROM tags AS t JOIN sentences AS s ON t.call = s.call AND t.target_id = s.sentence_id
        WHERE t.kind = 'sentiment'
        GROUP BY ALL
        ORDER BY t.call_company, t.call_period, s.language
    """,
    # How many sentences speak of each topic, over a company's quarters and by language.
    "topics_by_quarter": """
        SELECT t.call_company, t.call_period, s.language, t.label AS topic, count(*) AS sentences
        FROM tags AS t JOIN sentences AS s ON t.call = s.call AND t.target_id = s.sentence_id
        WHERE t.kind = 'topic'
        GROUP BY ALL
        ORDER BY t.call_company, t.call_period, s.language, sentences DESC, topic
    """,
    # Questions of analysts, or parts of them, that got no answer or half of one.
    "unanswered_questions": """
        SELECT p.call_company, p.call_period, p.call, e.analyst, e.firm, p.status, p.missing, p.text AS question
        FROM parts AS p JOIN exchanges AS e ON p.call = e.call AND p.exchange_id = e.exchange_id
        WHERE p.status <> 'answered'
        ORDER BY p.call_company, p.call_period, p.call, p.exchange_id, p.pair, p.part
    """,
    # What could not be read or analyzed, and what to do about it.
    "unread": "SELECT call_company, call_period, call, name, stage, code, why FROM failures ORDER BY ALL",
}
