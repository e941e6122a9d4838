"""Nothing of the real documents stands in the project: no name, no figure, no run of words.

What to look for is derived from ../shared when the test runs, so this file holds none of it either. What may stand in
both is listed here, each with its reason.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from nlp.text import fold, simplify

WORDS_IN_A_RUN = 8
HAN_IN_A_RUN = 14

_NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", "out", "node_modules"}
# Weights, and the word lists of models: a vocabulary holds every name there is and copies no text.
_NOT_TEXT = {".safetensors", ".npz", ".npy", ".onnx", ".bin", ".png", ".pdf", ".docx", ".xlsx", ".parquet", ".whl"}
_VOCABULARIES = {"tokenizer.json", "vocab.txt", "hant_hans.txt"}
_EVERYBODYS = {"LICENSE", "LICENSE.txt"}  # the MIT licence, in its own words; a model has its own

# Words the real documents print only with a capital and that any company's documents may hold.
_CALENDAR = "March June August September October November December Jan PM UTC"
_PLACES = (
    "Asia Asian Beijing Canada China Chinese English Hong Kong Japan Malaysia Philippines Thailand Republic United"
)
_ADDRESSES = "Avenue District Prospect Tower"
_FINANCE = (
    "Accountant Announces ASC CAGR CEO CFO CIK Condensed EBITDA EDGAR Founder G&A GAAP Institute IPO Ltd MD&A non-GAAP "
    "Non-GAAP NYSE Q&A R&D Redeemable RMB ROI SEC SMEs VIE CF"
)
_COMPUTING = "AI API APIs AR CRM CV NLP SaaS B2B UC"  # fields of trade, not products
_LETTERS = "Attachments Attorney Dear Furthermore Interpretations Interpreted Meanwhile Mr Re Sincerely Submitted Co"
_FORMS = "20-F F-1 COVID COVID-19 2-core II III I'd I'm Permalink Unidentified"
# The regulator's mail-merge fields, misspelling included: they run into the page heads of its letters.
_MERGE_FIELDS = "FirstName LastName Comapany"
_SOURCES = "Google Bloomberg"  # whose notices and quotations stand in anybody's transcripts
GENERAL = frozenset(
    " ".join((_CALENDAR, _PLACES, _ADDRESSES, _FINANCE, _COMPUTING, _LETTERS, _FORMS, _MERGE_FIELDS, _SOURCES)).split()
)
# Names that millions bear: alone they are nobody's, together with the name beside them they are.
BORNE_BY_MANY = frozenset(
    {"Collins", "Dai", "Dan", "Hou", "Jeff", "Joyce", "Kathleen", "Li", "Steven", "Sun", "Tina", "Woo"}
)

# What every conference call and every filing says in the same words.
IDIOMS = (
    # whoever connects the lines
    "ladies and gentlemen thank you for standing by and welcome to",
    "good day and thank you for standing by welcome to the",
    "i would now like to turn the call over to",
    "i'd now like to turn the call over to",
    "i'd like to turn the call over to",
    "at this time i would like to turn the call over to",
    "there are no further questions at this time i would like to turn the",
    "i'd like to turn the conference back over to",
    "i would like to turn the conference over to your host",  # any of them
    # presenting somebody
    "vice president of investor relations please go ahead",
    # opening the floor
    "questions and answers operator thank you operator instructions the first question comes from",
    # naming an analyst nobody heard
    "operator the next question will be from inaudible of",
    "i would now like to turn the conference over to",
    "i will now turn the call over to the",
    "our next question comes from the line of",
    "our first question comes from the line of",
    "and our next question comes from the line of",
    "at this time all participants are in a listen only mode",
    "this concludes today's conference call you may now disconnect",
    "this concludes today's conference call thank you for participating you may now disconnect",
    "thank you for your participation you may now disconnect",
    # the safe harbour
    "within the meaning of section 21e of the securities exchange act of 1934 as amended",
    "safe harbor provisions of the private securities litigation reform act of 1995",
    "within the meaning of the private securities litigation reform act of 1995",
    "actual results may differ materially from those in the forward looking statements",
    # the regulator and the notes it reads
    "financial statements note 2 summary of significant accounting policies",
    "item 3 c 4 of form 20 f",
    "the accuracy and adequacy of their disclosures notwithstanding any review comments action or absence of action by the staff",
)  # fmt: skip
HAN_IDIOMS: tuple[str, ...] = (
    "年公司实现营业收入亿元同比增长",  # how every report of a mainland company opens
)

_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9&'\-]*")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TITLED = re.compile(r"([\u3400-\u9fff]{3})(?:先生|女士)")
_SCALE = r"(?:trillion|billion|million|thousand|bn|mn|万亿|亿|千万|百万|万|元|美元|港元)"
_FIGURE = re.compile(
    rf"(?P<money>(?:RMB|CNY|USD|US\$|HK\$|NT\$|\$|¥|€|£) ?)?(?P<number>[0-9][0-9,]*\.[0-9]+)"
    rf"(?: ?(?P<scale>{_SCALE}))?(?P<percent> ?(?:%|per ?cent|percentage point|个百分点))?"
)


@dataclass(frozen=True)
class File:
    """A text of the project; `path` is relative to its root."""

    path: str
    text: str

    def at(self, offset: int) -> str:
        """The place of an offset as `path:line`."""
        return f"{self.path}:{self.text.count(chr(10), 0, offset) + 1}"


# ------------------------------------------------------------------------------------------------------------- names


def tokens(text: str) -> Iterator[tuple[int, str]]:
    """Words with their offsets, a possessive `'s` and outer signs left out."""
    for match in _TOKEN.finditer(fold(text)):
        word = re.sub(r"['’]s?$", "", match.group()).strip("-'&")
        if word:
            yield match.start(), word


def names_in(source: str, common: frozenset[str]) -> frozenset[str]:
    """Words that `source` never prints in lower case and that are neither `common` English nor listed as GENERAL."""
    words = {word for _, word in tokens(source)}
    listed = {word.lower() for word in GENERAL}  # BEIJING is Beijing in a dateline
    lower = {word for word in words if word == word.lower() and not any(map(str.isdigit, word))}
    return frozenset(
        word for word in words if word.lower() not in lower | common | listed and len(word) > 1 and _may_be_name(word)
    )


def _may_be_name(word: str) -> bool:
    if re.fullmatch(r"[0-9.,&'-]+|[A-Z]{1,4}-?[0-9]+|[a-z]+[0-9]{1,2}|[0-9][A-Z]|[0-9]+-[a-z]+", word):
        return False  # a figure, RMB27, F-91, a footnote glued to a word, 3Q, 6-months
    return word != word.lower() or bool(re.search(r"[0-9][a-z]{3}", word))  # a brand may begin with a digit


def find_names(files: Iterable[File], names: frozenset[str], couples: frozenset[tuple[str, str]]) -> Iterator[str]:
    """Where a name stands: alone in any case when it is long, as printed when short, or in a couple of borne names."""
    alone = names - BORNE_BY_MANY
    long = {name.lower() for name in alone if len(name) >= 5}
    for file in files:
        found = list(tokens(file.text))
        for offset, word in found:
            if word in alone or word.lower() in long:
                yield f"{file.at(offset)}: the name {word!r}"
        for (offset, first), (_, second) in pairwise(found):
            if (first, second) in couples:
                yield f"{file.at(offset)}: the name {first!r} {second!r}"


def couples_in(source: str, names: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Two neighbouring words that are both names, such as a person's."""
    words = [word for _, word in tokens(source)]
    return frozenset((a, b) for a, b in pairwise(words) if a in names and b in names)


def find_han_names(files: Iterable[File], source: str) -> Iterator[str]:
    """People the source calls Mr. or Ms. in Chinese."""
    names = set(_TITLED.findall(simplify(source)))
    for file in files:
        folded = simplify(file.text)
        yield from (f"{file.at(folded.index(name))}: the name {name}" for name in names if name in folded)


# ----------------------------------------------------------------------------------------------------------- figures


def figures(text: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """Decimal figures of three significant digits or more beside their unit: offset, (money or percent, digits)."""
    for match in _FIGURE.finditer(simplify(fold(text))):
        number = match["number"].replace(",", "")
        kind = "percent" if match["percent"] else "money" if match["money"] or match["scale"] else ""
        # US$1.00 is what every convenience translation is made into.
        if kind and float(number) != 1 and len(number.replace(".", "").lstrip("0")) >= 3:
            yield match.start("number"), (kind, number)


def find_figures(files: Iterable[File], source: str) -> Iterator[str]:
    """Where a figure of the source stands beside the same kind of unit."""
    known = {figure for _, figure in figures(source)}
    for file in files:
        for offset, figure in figures(file.text):
            if figure in known:
                yield f"{file.at(offset)}: the figure {figure[1]} ({figure[0]})"


# -------------------------------------------------------------------------------------------------------------- runs


def word_runs(text: str) -> Iterator[tuple[int, str]]:
    """Every run of WORDS_IN_A_RUN words, whatever stands between them."""
    found = [(match.start(), match.group()) for match in _WORD.finditer(fold(text).lower())]
    for first in range(len(found) - WORDS_IN_A_RUN + 1):
        yield found[first][0], " ".join(word for _, word in found[first : first + WORDS_IN_A_RUN])


def han_runs(text: str) -> Iterator[tuple[int, str]]:
    """Every run of HAN_IN_A_RUN Han characters in Simplified form, whatever stands between them."""
    found = [(match.start(), match.group()) for match in _HAN.finditer(simplify(text))]
    for first in range(len(found) - HAN_IN_A_RUN + 1):
        yield found[first][0], "".join(character for _, character in found[first : first + HAN_IN_A_RUN])


@cache
def _allowed() -> frozenset[str]:
    english = {run for idiom in IDIOMS for _, run in word_runs(idiom)}
    return frozenset(english | {run for idiom in HAN_IDIOMS for _, run in han_runs(idiom)})


def find_runs(files: Sequence[File], sources: Iterable[str]) -> Iterator[str]:
    """Where a run of the sources stands; of neighbouring runs only the first is named."""
    places: dict[str, list[tuple[File, int]]] = defaultdict(list)
    for file in files:
        for offset, run in (*word_runs(file.text), *han_runs(file.text)):
            places[run].append((file, offset))
    shared = {run for source in sources for runs in (word_runs, han_runs) for _, run in runs(source) if run in places}
    named = {f"{file.at(offset)}: {run!r}": None for run in sorted(shared - _allowed()) for file, offset in places[run]}
    yield from named


# -------------------------------------------------------------------------------------------------------------- files


def project_files(root: Path) -> list[File]:
    """Every text of the project."""
    files = []
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if _NOT_OURS & set(parts) or any(
            part.endswith("_cache") or part.startswith((".hypothesis", ".bench-")) for part in parts
        ):
            continue
        if path.is_file() and path.suffix not in _NOT_TEXT and path.name not in _VOCABULARIES | _EVERYBODYS:
            files.append(File("/".join(parts), path.read_bytes().decode("utf-8", "replace")))
    return files


def real_texts(folder: Path) -> Iterator[str]:
    """The texts under a folder: of .txt the whole, of .json and .jsonl every string value."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            yield path.read_text(encoding="utf-8", errors="replace")
        elif path.suffix in {".json", ".jsonl"}:
            content = path.read_text(encoding="utf-8")
            rows = content.splitlines() if path.suffix == ".jsonl" else [content]
            yield from (text for row in rows if row.strip() for text in _strings(json.loads(row)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in _strings(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in _strings(item))


@pytest.fixture(scope="module")
def ours(root: Path) -> list[File]:
    return project_files(root)


@pytest.fixture(scope="module")
def seed_text(seeds: dict[str, Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in seeds.values())


@pytest.fixture(scope="module")
def common(shared: Path) -> frozenset[str]:
    """Words that other companies' documents print in lower case: English, not names."""
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in (shared / "dev").rglob("*.txt"))
    return frozenset(word for text in texts for _, word in tokens(text) if word == word.lower())


@pytest.mark.real
def test_no_name_of_the_real_documents_stands_here(ours: list[File], seed_text: str, common: frozenset[str]) -> None:
    names = names_in(seed_text, common)
    assert len(names) > 50
    found = [*find_names(ours, names, couples_in(seed_text, names)), *find_han_names(ours, seed_text)]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.real
def test_no_figure_of_the_real_documents_stands_here(ours: list[File], seed_text: str) -> None:
    assert len(set(figures(seed_text))) > 100
    # Three digits meet by chance in invented companies' documents; in the package none may stand.
    found = [*find_figures([f for f in ours if f.path.startswith("nlp/")], seed_text)]
    found += [row for row in find_figures(ours, seed_text) if len(re.sub(r"\D", "", row.split("figure ")[1])) > 3]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.real
def test_no_run_of_words_of_the_real_documents_stands_here(ours: list[File], shared: Path) -> None:
    found = list(find_runs(ours, [text for part in ("seeds", "dev") for text in real_texts(shared / part)]))
    assert not found, f"\n{len(found)} runs\n" + "\n".join(found[:200])


# What follows needs no real document: the finders find what is planted, and nothing else.

_SOURCE = """Welcome to Quillhaven's call. Revenue of QuillPay was RMB417.3 million, up 38.62%, said Mr. Oto Brandvik.
Our new looms weave faster than any mill between the two rivers. 布蘭維先生：本季營收為四億元，新織機的速度超過兩河之間的任何一家工廠。
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("x = 1\n# as Quillhaven says", ["a.py:2: the name 'Quillhaven'"], id="name"),
        pytest.param("quillhaven_q3 = 1", ["a.py:1: the name 'quillhaven'"], id="name-in-an-identifier"),
        pytest.param("QUILLPAY grew", ["a.py:1: the name 'QUILLPAY'"], id="product-in-capitals"),
        pytest.param("布兰维说", ["a.py:1: the name 布兰维"], id="chinese-name-in-the-other-script"),
        pytest.param("revenue was welcome", [], id="words"),
    ],
)
def test_names_are_found(text: str, found: list[str]) -> None:
    names = names_in(_SOURCE, frozenset({"welcome", "revenue", "our"}))
    files = [File("a.py", text)]
    assert [*find_names(files, names, couples_in(_SOURCE, names)), *find_han_names(files, _SOURCE)] == found


def test_a_name_that_many_bear_counts_with_its_neighbour() -> None:
    source = "Mr. Dan Collins and Ms. Li Woo spoke."
    names = names_in(source, frozenset())
    couples = couples_in(source, names)
    assert not list(find_names([File("a.py", "Li Wei asked Dan Mori.")], names, couples))
    assert list(find_names([File("a.py", "asked Dan Collins")], names, couples)) == ["a.py:1: the name 'Dan' 'Collins'"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("RMB417.3 million", 1, id="as-printed"),
        pytest.param("４１７．３百萬", 1, id="another-unit-word"),
        pytest.param("up 38.62 percent", 1, id="percent"),
        pytest.param("38.62 million", 0, id="another-kind-of-unit"),
        pytest.param("417.3", 0, id="no-unit"),
        pytest.param("RMB1417.3 million", 0, id="part-of-another-figure"),
    ],
)
def test_figures_are_found(text: str, count: int) -> None:
    assert len(list(find_figures([File("a.py", text)], _SOURCE))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Our new looms weave faster than any mill", 1, id="eight-words"),
        pytest.param('"our new looms "\n    "weave faster, than any mill"', 1, id="over-two-lines"),
        pytest.param("Our new looms weave faster than a mill", 0, id="seven-words"),
        pytest.param("新织机的速度超过两河之间的任", 1, id="fourteen-han-in-the-other-script"),
        pytest.param("新织机的速度超过两河之间的", 0, id="thirteen-han"),
    ],
)
def test_runs_are_found(text: str, count: int) -> None:
    assert len(list(find_runs([File("a.py", text)], [_SOURCE]))) == count


def test_an_idiom_is_no_copy() -> None:
    idiom = "Our next question comes from the line of"
    assert not list(find_runs([File("a.py", f"{idiom} Ms. Mori.")], [f"{idiom} Mr. Brandvik."]))
