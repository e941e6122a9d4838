"""Folders of one company and of several: who belongs to whom is told by what stands in the files, whatever their names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from nlp.readers.discover import survey_folder
from tests.rendering import to_docx, to_html, to_pdf


def call(
    co: str = "Orbel Tools",
    q: str = "Third",
    y: int = 2031,
    cfo: str = "Ada Lind",
    rev: str = "312.4",
    up: str = "8.1",
    bank: str = "Fenwick Securities",
    eps: str = "1.42",
    extra: str = "",
) -> str:
    return f"""{co} Inc. {q} Quarter {y} Earnings Conference Call

Operator

Good day, and welcome to the {co} {q} Quarter {y} earnings conference call.

Bo Tran -- Chief Executive Officer

Thank you. Revenue was ${rev} million, up {up}% from a year ago. Earnings per share were ${eps}. {extra}

{cfo} -- Chief Financial Officer

Gross margin was 41.3%, and cash stood at $88.7 million. Operating income was $52.6 million.

Operator

Our first question comes from Cy Dorn with {bank}. Please go ahead.

Cy Dorn -- {bank} -- Analyst

How many people did you hire in the quarter?

{cfo} -- Chief Financial Officer

We hired 312 people and opened 14 sites.

Operator

This concludes the call.
"""


def call_zh(
    co: str = "橙海工具", q: str = "三", y: int = 2031, rev: str = "3.124", up: str = "8.1", eps: str = "1.42"
) -> str:
    return f"""{co}股份有限公司{y}年第{q}季度业绩电话会议

主持人：

各位好，欢迎参加{co}{y}年第{q}季度业绩电话会议。

陈博，首席执行官：

谢谢。收入为{rev}亿美元，同比增长{up}%。每股收益{eps}美元。

林艾达，首席财务官：

毛利率为41.3%，现金为8,870万美元。营业利润为5,260万美元。

主持人：

第一个问题来自芬威证券的董西。

董西，芬威证券：

本季度招聘了多少人？

林艾达，首席财务官：

我们招聘了312人，新开14个网点。

主持人：

会议到此结束。
"""


def release(
    co: str = "Orbel Tools",
    q: str = "Third",
    y: int = 2031,
    rev: str = "312.4",
    up: str = "8.1",
    date: str = "November 3, 2031",
) -> str:
    return f"""{co} Inc. Reports {q} Quarter {y} Financial Results

OSLO, {date} -- {co} Inc. published its unaudited figures of the {q.lower()} quarter of {y} today.

Revenue was ${rev} million, an increase of {up}% year over year. Gross margin was 41.3%. Operating income was $52.6 million. Cash was $88.7 million.
"""


def release_zh(co: str = "橙海工具", q: str = "三", y: int = 2031, rev: str = "3.124") -> str:
    return f"""{co}股份有限公司公布{y}年第{q}季度未经审计财务业绩

北京，{y}年11月3日——{co}股份有限公司今日公布{y}年第{q}季度业绩。收入为{rev}亿美元，同比增长8.1%。毛利率为41.3%，营业利润为5,260万美元，现金8,870万美元。
"""


def letter(co: str = "Orbel Tools", date: str = "December 10, 2031") -> str:
    return f"""UNITED STATES SECURITIES AND EXCHANGE COMMISSION
DIVISION OF CORPORATION FINANCE

{date}

Bo Tran
Chief Executive Officer
{co} Inc.
1 Harbour Road

Re: {co} Inc.
Form 20-F for the Fiscal Year Ended December 31, 2030
File No. 001-12345

Dear Mr. Tran:

We have limited our review of your filing to the matters below and have these comments.

Item 5. Operating Results, page 41

1. Please quantify the effect of price changes on revenue.

2. Please disclose how many customers you had at each year end.

Sincerely,
Division of Corporation Finance
"""


def response(co: str = "Orbel Tools") -> str:
    return f"""{co} Inc.
January 12, 2032

Re: {co} Inc. Form 20-F for the Fiscal Year Ended December 31, 2030
Response to the Staff's comment letter dated December 10, 2031

Dear Sir or Madam:

We submit our responses to the comments of the Staff.

1. Please quantify the effect of price changes on revenue.

Response: Prices added 2.1% to revenue.

2. Please disclose how many customers you had at each year end.

Response: We had 4,812 customers.
"""


QUARTERS = [
    ("First", "290.1", "May 3, 2031"),
    ("Second", "300.1", "August 2, 2031"),
    ("Third", "312.4", "November 3, 2031"),
]
FY = "Orbel Tools Inc. Reports Fourth Quarter and Full Year 2031 Financial Results\n\nOSLO, February 3, 2032 -- Orbel Tools Inc. today announced results. Fourth quarter revenue was $330.9 million. Full year revenue was $1,233.5 million."
BOTH = "\n\n".join(f"{en}\n\n{zh}" for en, zh in zip(call().split("\n\n"), call_zh().split("\n\n"), strict=False))
FISCAL = (
    release()
    .replace("Third Quarter 2031", "Third Quarter Fiscal Year 2031")
    .replace("third quarter of 2031", "third quarter of fiscal 2031, ended June 30, 2031")
)

Found = tuple[
    str | None, str, str | None, tuple[str, ...], tuple[str, ...]
]  # period, transcript, translation, releases, letters
FOLDERS: dict[str, tuple[Mapping[str, str | bytes], list[Found], set[str]]] = {
    "lying names": (
        {"release_q2.txt": call(), "transcript.pdf.txt": release(), "comment-letter.txt": release(q="Second", rev="300.1", up="6.0", date="August 2, 2031"), "zh_release.txt": call_zh(), "notes.md": letter()},
        [("2031-Q3", "release_q2.txt", "zh_release.txt", ("comment-letter.txt", "transcript.pdf.txt"), ("notes.md",))], set(),
    ),
    "formats": (
        {"a.html": to_html(call()), "b.pdf": to_pdf(release()), "c.docx": to_docx(call_zh()), "d.html": to_html(release_zh()), "e.pdf": to_pdf(letter())},
        [("2031-Q3", "a.html", "c.docx", ("b.pdf", "d.html"), ("e.pdf",))], set(),
    ),
    "three quarters": (
        {f"{at}.txt": call(q=q, rev=rev) for at, (q, rev, _) in enumerate(QUARTERS)} | {f"r{at}.txt": release(q=q, rev=rev, date=day) for at, (q, rev, day) in enumerate(QUARTERS)},
        [("2031-Q1", "0.txt", None, ("r0.txt",), ()), ("2031-Q2", "1.txt", None, ("r0.txt", "r1.txt"), ()), ("2031-Q3", "2.txt", None, ("r0.txt", "r1.txt", "r2.txt"), ())], set(),
    ),
    "both languages, no suffixes": (
        {"x1": call(q="First", rev="290.1", eps="1.21", up="5.5"), "x2": call(q="Second", rev="300.1", eps="1.31", up="6.6"), "y1": call_zh(q="一", rev="2.901", eps="1.21", up="5.5"), "y2": call_zh(q="二", rev="3.001", eps="1.31", up="6.6"), "z": release_zh(q="二", rev="3.001")},
        [("2031-Q1", "x1", "y1", (), ()), ("2031-Q2", "x2", "y2", ("z",), ())], set(),
    ),
    "two companies": (
        {"1.txt": call(), "2.txt": release(), "3.txt": call(co="Vander Foods", rev="77.1", eps="0.12", up="3.3", cfo="Eva Holt"), "4.txt": release(co="Vander Foods", rev="77.1", up="3.3"), "5.txt": letter(co="Vander Foods", date="October 10, 2031"), "6.txt": call_zh()},
        [("2031-Q3", "1.txt", "6.txt", ("2.txt",), ()), ("2031-Q3", "3.txt", None, ("4.txt",), ("5.txt",))], set(),
    ),
    "two languages in one file": ({"call-en-zh.txt": BOTH, "r.txt": release()}, [("2031-Q3", "call-en-zh.txt", None, ("r.txt",), ())], set()),
    "Chinese alone": ({"a.txt": call_zh(), "b.txt": release_zh(), "c.txt": release_zh(q="二", rev="3.001")}, [("2031-Q3", "a.txt", None, ("c.txt", "b.txt"), ())], set()),
    "other files": (
        {"call.txt": call(), "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(50), "empty.txt": "", "readme.md": "# How to use\n\nOpen the files.", "prices.csv": "a,b\n1,2", "copy of call.txt": call(), "agenda.txt": "Agenda\n\n1. Welcome\n2. Lunch"},
        [("2031-Q3", "call.txt", None, (), ())], {"photo.png", "empty.txt", "readme.md", "copy of call.txt", "agenda.txt"},
    ),
    "letters": ({"call.txt": call(), "l1.txt": letter(date="October 10, 2031"), "resp.txt": response(), "later.txt": letter(date="December 10, 2033")}, [("2031-Q3", "call.txt", None, (), ("l1.txt", "resp.txt"))], {"later.txt"}),
    "a whole year": ({"call.txt": call(q="Fourth", rev="330.9", eps="1.55"), "fy.txt": FY, "old.txt": release(q="Fourth", y=2028, rev="200.1", date="February 3, 2029")}, [("2031-Q4", "call.txt", None, ("fy.txt",), ())], {"old.txt"}),
    "folders in folders": (
        {"2031/Q3/call.txt": call(), "2031/Q3/press/pr.txt": release(), "2031/Q2/a.txt": call(q="Second", rev="300.1", eps="1.31"), "2031/Q2/b.txt": release(q="Second", rev="300.1", date="August 2, 2031"), "zh/Q3.txt": call_zh(), ".hidden/x.txt": call()},
        [("2031-Q2", "2031/Q2/a.txt", None, ("2031/Q2/b.txt",), ()), ("2031-Q3", "2031/Q3/call.txt", "zh/Q3.txt", ("2031/Q2/b.txt", "2031/Q3/press/pr.txt"), ())], set(),
    ),
    "fiscal year": ({"c.txt": call().replace("Third Quarter 2031", "Third Quarter Fiscal 2031"), "r.txt": FISCAL}, [("2031-Q3", "c.txt", None, ("r.txt",), ())], set()),
    "no headline": ({"a.txt": call().split("\n\n", 2)[2], "b.txt": release()}, [("2031-Q3", "a.txt", None, ("b.txt",), ())], set()),
}  # fmt: skip


@pytest.mark.parametrize("name", FOLDERS)
def test_folders(tmp_path: Path, name: str) -> None:
    files, calls, left_out = FOLDERS[name]
    for place, data in files.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())

    def named(path: Path | None) -> str | None:
        return path.relative_to(tmp_path).as_posix() if path else None

    survey = survey_folder(tmp_path)
    found = [
        (
            row.period,
            named(row.transcript),
            named(row.translation),
            tuple(map(named, row.releases)),
            tuple(map(named, row.letters)),
        )
        for row in survey.calls
    ]
    assert found == calls
    assert {named(row.path) for row in survey.left_out} == left_out
    assert all(
        any(reason.startswith(f"{what} ") for reason in row.because)
        for row in survey.calls
        for what in ("kind", "company", "period")
    )
