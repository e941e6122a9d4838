"""The report used as a person uses it: links, filters, search, keys, decisions, languages, small screens, print."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from nlp import analyze
from nlp.records import Analysis
from nlp.report.accepted import apply_decisions, read_decisions
from nlp.report.labels import is_exception
from nlp.report.page import to_html
from tests.report.build import CALL, an_analysis
from tests.report.conftest import Opened, shoot

WRONG, MARKET = (
    f"#m-c{CALL.index(words)}-{CALL.index(words) + len(words)}" for words in ("RMB19.2 million", "RMB7.7 billion")
)


def _chosen(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def _in_window(page: Page, selector: str) -> bool:
    """Whether the middle of an element is in the window and nothing lies over it."""
    return bool(
        page.evaluate(
            """selector => {
                const element = document.querySelector(selector);
                const box = element.getClientRects()[0];
                const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2);
                return Boolean(top) && (element.contains(top) || top.contains(element));
            }""",
            selector,
        )
    )


def test_the_summary_comes_first(opened: Opened, sample: Analysis) -> None:
    page = opened(sample)
    shoot(page, "summary")
    assert page.locator(".headline").inner_text() == sample.run.could_not_tie
    errors = sum(is_exception(f) and f.severity == "error" for f in sample.findings)
    assert page.locator('.tile[data-s="error"] strong').inner_text() == str(errors)
    amounts = [int(text) for text in page.locator(".coverage tbody td:nth-of-type(3)").all_inner_texts()]
    assert amounts == [row.amounts for row in sample.coverage]
    assert page.locator(".strip svg").count() >= 5
    page.locator(".tables details").nth(1).locator("summary").click()
    said = page.locator(".tables details").nth(1).locator("tbody td:nth-of-type(1)").all_inner_texts()
    calls = {row.id for row in sample.documents if row.kind == "transcript"}
    assert sum(map(int, said)) == sum(row.amounts for row in sample.coverage if row.document_id in calls)


def test_from_an_amount_to_its_evidence_and_back(opened: Opened) -> None:
    page = opened(an_analysis())
    mark = page.locator(WRONG)
    assert mark.inner_text() == "RMB19.2 million"
    mark.click()
    about = page.locator("#about")
    expect(about).to_contain_text("19,200,000 CNY")
    expect(page.locator("#f-aa11")).to_be_visible()
    expect(page.locator("#f-bb22")).to_be_hidden()
    page.locator("#f-aa11 a.place").nth(1).click()
    assert _chosen(page) == MARKET[1:]
    page.locator("#back").click()
    assert page.evaluate("document.activeElement.className") == "place"
    page.keyboard.press("b")
    assert _chosen(page) == WRONG[1:]
    expect(page.locator("#f-bb22")).to_be_visible()


def test_the_browsers_own_back_button_works(opened: Opened) -> None:
    page = opened(an_analysis())
    page.locator(WRONG).click()
    page.locator("#f-aa11 a.place").nth(1).click()
    assert page.url.endswith(MARKET)
    page.go_back()
    assert page.url.endswith(WRONG)
    expect(page.locator(WRONG)).to_have_class(re.compile("here"))


def _every_finding_is_reached(page: Page, analysis: Analysis) -> None:
    """By key and by click, with its evidence on screen."""
    wrong = [finding for finding in analysis.findings if is_exception(finding)]
    seen = []
    for _ in wrong:
        page.keyboard.press("j")
        seen.append(_chosen(page))
        place = page.locator(f'[id="{seen[-1]}"] a.place').first
        if place.count():
            target = (place.get_attribute("href") or "").removeprefix("#")
            assert _in_window(page, f'[id="{target}"]'), target
        assert _in_window(page, f'[id="{seen[-1]}"] h3')
    assert sorted(seen) == sorted(f"f-{finding.fingerprint}" for finding in wrong)
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
    cards = page.evaluate(
        "[...document.querySelectorAll('.card')].filter(card => card.checkVisibility()).map(card => card.id)"
    )
    assert sorted(cards) == sorted(f"f-{finding.fingerprint}" for finding in analysis.findings)
    assert page.evaluate(
        "[...document.querySelectorAll('a.place')].every(link => document.getElementById(link.hash.slice(1)))"
    )
    for finding in wrong:
        page.keyboard.press("Escape")
        link = page.locator(f'[id="f-{finding.fingerprint}"] a.place').first
        if link.count():
            link.click()
            assert _in_window(page, f'[id="{(link.get_attribute("href") or "").removeprefix("#")}"]')


def test_every_finding_of_the_sample_is_reached_by_key_and_by_click(opened: Opened, sample: Analysis) -> None:
    _every_finding_is_reached(opened(sample), sample)


@pytest.mark.real
def test_every_finding_of_the_seeds_is_reached_by_key_and_by_click(opened: Opened, seeds: dict[str, Path]) -> None:
    analysis = analyze(seeds["transcript"], releases=[seeds["release"]], letters=[seeds["letter"]])
    page = opened(analysis)
    shoot(page, "seeds-summary")
    _every_finding_is_reached(page, analysis)
    shoot(page, "seeds-finding")


def test_a_link_to_a_finding_opens_it(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(to_html(an_analysis()), encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{path.as_uri()}#f-cc33")  # inside a closed group
    expect(page.locator("#f-cc33")).to_be_visible()
    assert _chosen(page) == "f-cc33"
    page.goto(f"{path.as_uri()}{WRONG}")
    page.reload()
    expect(page.locator("#about")).to_contain_text("19,200,000 CNY")
    page.close()


def test_next_unchecked_by_key(opened: Opened) -> None:
    page = opened(an_analysis())
    page.keyboard.press("u")
    first = page.evaluate("document.activeElement.dataset.v")
    assert first == "unchecked"
    assert page.locator("#where").inner_text().startswith("Unchecked amount 1 of ")
    page.keyboard.press("u")
    page.keyboard.press("U")
    assert page.locator("#where").inner_text().startswith("Unchecked amount 1 of ")


def test_filters_hide_cards_and_marks(opened: Opened, sample: Analysis) -> None:
    page = opened(sample)
    cards = page.locator(".card").count()
    page.locator("#filter-box summary").click()
    page.locator('[data-filter="v"][value="supported"]').uncheck()
    assert page.locator(".card:not(.hidden)").count() == sum(f.verdict != "supported" for f in sample.findings)
    assert page.locator('.m[data-v="supported"]:not(.off)').count() == 0
    page.locator('[data-pick="language"]').select_option("zh")
    chinese = {c.id for c in sample.claims if c.language == "zh"}
    shown = sum(f.verdict != "supported" and bool(chinese & set(f.claims)) for f in sample.findings)
    assert page.locator(".card:not(.hidden)").count() == shown
    assert page.locator("#where").inner_text() == f"{shown} of {cards} findings shown"
    page.locator('#filters [type="reset"]').click()
    expect(page.locator(".card:not(.hidden)")).to_have_count(cards)
    code = next(f.code for f in sample.findings if is_exception(f))
    page.locator('[data-pick="code"]').select_option(code)
    assert page.locator(".card:not(.hidden)").count() == sum(f.code == code for f in sample.findings)
    shoot(page, "filtered")
    page.locator('[data-pick="code"]').select_option("")
    speaker = (
        page.locator('[data-pick="speaker"] option').nth(1).get_attribute("value")
        or page.locator('[data-pick="speaker"] option').nth(1).inner_text()
    )
    page.locator('[data-pick="speaker"]').select_option(label=speaker)
    left = page.locator(".card:not(.hidden)").count()
    assert 0 < left < cards
    page.locator('[data-pick="speaker"]').select_option("")
    page.locator('[data-pick="topic"]').select_option(index=1)
    assert 0 < page.locator(".card:not(.hidden)").count() < cards


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        pytest.param("收入", 1, id="simplified"),
        pytest.param("歡迎參加", 1, id="traditional-finds-simplified"),
        pytest.param("MARA", 0, id="a-speaker-line-is-no-text"),
        pytest.param("revenue", 3, id="small-letters-find-large"),
        pytest.param("１２．６％", 2, id="full-width-finds-half-width"),
        pytest.param("RMB19.2 million in", 1, id="across-a-mark"),
        pytest.param("nowhere", 0, id="nothing"),
    ],
)
def test_search_finds_across_scripts(opened: Opened, query: str, hits: int) -> None:
    page = opened(an_analysis())
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    told = page.locator("#hits").inner_text()
    assert told == (f"1 of {hits}" if hits else "nothing found")
    if hits:
        assert page.evaluate("[...CSS.highlights.get('hit')].length") == hits
        page.keyboard.press("Enter")
        assert page.locator("#hits").inner_text() == f"{min(2, hits) if hits > 1 else 1} of {hits}"


def test_a_decision_is_made_taken_back_and_exported(opened: Opened, tmp_path: Path) -> None:
    analysis = an_analysis()
    page = opened(analysis)
    page.keyboard.press("j")
    page.keyboard.press("a")
    shoot(page, "decide")
    page.keyboard.press("Enter")
    page.locator("#decide-save").click()
    expect(page.locator("#decide-wrong")).to_have_text("Reason and name are both needed.")
    page.locator("#reason").fill('Says "19.2"\\ twice\n\u202e \x7f 营收')
    page.locator("#who").fill("Ann Lee")
    page.locator('[name="status"][value="false_positive"]').check()
    page.locator("#decide-save").click()
    expect(page.locator("#f-aa11 .mine")).to_contain_text("false alarm")
    page.locator("#decisions summary").click()
    with page.expect_download() as got:
        page.locator("#download").click()
    path = tmp_path / "accepted.toml"
    got.value.save_as(path)
    (row,) = read_decisions(path)
    assert (row.fingerprint, row.status, row.who) == ("aa11", "false_positive", "Ann Lee")
    assert row.reason == 'Says "19.2"\\ twice\n\u202e \x7f 营收'
    assert path.read_text(encoding="utf-8") == page.locator("#decided-text").input_value()
    decided = apply_decisions(analysis, (row,))
    assert [f.accepted is not None for f in decided.findings] == [True, False, False, False, False]
    shoot(page, "decided")
    page.keyboard.press("z")
    assert page.locator("#decided-text").input_value() == ""
    expect(page.locator("#f-aa11 .mine")).to_have_count(0)


def test_the_interface_speaks_three_languages(opened: Opened) -> None:
    page = opened(an_analysis(), lang="zh-TW")
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    expect(page.locator(".panel-head h2")).to_have_text("核對結果")
    page.locator(WRONG).click()
    expect(page.locator("#about")).to_contain_text("數值")
    shoot(page, "traditional")
    page.locator("#display summary").click()
    page.locator("#interface").select_option("zh-Hans")
    expect(page.locator(".panel-head h2")).to_have_text("核对结果")
    expect(page.locator("#about")).to_contain_text("数值")
    mark = page.locator(WRONG)
    assert mark.evaluate("mark => getComputedStyle(mark, '::after').content") == '"✗ 不符" / ", " "不符"'
    page.locator("#interface").select_option("en")
    expect(page.locator("#query")).to_have_attribute("placeholder", "Search the text")


def test_a_long_list_is_told_line_by_line_in_every_language(opened: Opened) -> None:
    rows = [f"{name} expenses, 2031-Q2: 2 of 3 reasons in figures (RMB5.5 million)" for name in ("R&D", "Sales", "G&A")]
    told = f"given: {'; '.join(rows)}; not given: {rows[0].replace('in figures (RMB5.5 million)', 'without a figure')}"
    analysis = an_analysis()
    page = opened(replace(analysis, findings=(replace(analysis.findings[0], message=told), *analysis.findings[1:])))
    message = page.locator("#f-aa11 .message").first
    english = told.replace("; ", ";\n")
    assert message.evaluate("element => element.textContent") == english
    for lang, begin in (("zh-Hans", "已给出：R&D expenses, 2031-Q2：3 项原因中 2 项有金额"), ("en", english)):
        page.locator("#display summary").click()
        page.locator("#interface").select_option(lang)
        page.keyboard.press("Escape")
        said = message.evaluate("element => element.textContent")
        assert said.startswith(begin) and said.count("\n") == 3


def test_dark_and_light(opened: Opened, sample: Analysis) -> None:
    page = opened(sample, color_scheme="dark")
    background = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(background)
    shoot(page, "dark")
    page.locator("#display summary").click()
    page.locator("#theme").select_option("light")
    assert page.evaluate(background) == "rgb(255, 255, 255)" != dark


def test_a_phone_shows_all_of_it(opened: Opened, sample: Analysis) -> None:
    page = opened(sample, width=390, height=844, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#next").tap()
    chosen = _chosen(page)
    assert _in_window(page, f'[id="{chosen}"] h3')
    shoot(page, "phone-finding")
    page.locator(f'[id="{chosen}"] a.place').first.tap()
    assert page.evaluate("document.activeElement.closest('main') !== null")
    shoot(page, "phone-text")
    page.locator("#back").tap()
    assert _in_window(page, f'[id="{chosen}"]')


def test_print_shows_words_and_no_controls(opened: Opened) -> None:
    page = opened(an_analysis())
    page.emulate_media(media="print")
    for selector in (".bar", ".steps", "#filter-box", ".tools"):
        expect(page.locator(selector).first).to_be_hidden()
    content = page.locator('.m[data-v="unchecked"]').first.evaluate("mark => getComputedStyle(mark, '::after').content")
    assert content == '"? unchecked"'
    assert len(page.pdf()) > 10_000


def test_without_script_the_page_still_tells_all(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(to_html(an_analysis()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    expect(page.locator("#f-aa11")).to_be_visible()
    expect(page.locator("#search")).to_be_hidden()
    page.locator(WRONG).click()
    assert page.url.endswith("#f-aa11")
    context.close()
