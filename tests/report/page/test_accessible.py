"""Nobody is shut out: axe finds nothing wrong in any state of the page, and every task is done by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from nlp.records import Analysis
from nlp.report.page import to_html
from tests.report.build import an_analysis
from tests.report.conftest import shoot


@pytest.fixture
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The small report, with the content policy lifted: axe is a script of its own."""
    path = tmp_path_factory.mktemp("axe") / "report.html"
    path.write_text(to_html(an_analysis()), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1400, "height": 900}, bypass_csp=True)
    context.set_default_timeout(5_000)
    page = context.new_page()
    page.goto(path.as_uri())
    yield page
    context.close()


def _violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['help']}: {[node['html'][:120] for node in rule['nodes'][:3]]}" for rule in found]


def _amount(page: Page) -> None:
    page.locator('.m[data-v="contradicted"]').first.click()


def _filtered(page: Page) -> None:
    page.locator("#filter-box summary").click()
    page.locator('[data-filter="s"][value="warning"]').uncheck()


def _searched(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("revenue")
    page.keyboard.press("Enter")


def _deciding(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("a")


def _decided(page: Page) -> None:
    _deciding(page)
    page.locator("#reason").fill("agreed")
    page.locator("#who").fill("Ann Lee")
    page.locator("#decide-save").click()
    page.locator("#decisions summary").click()


def _opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")


def _dark(page: Page) -> None:
    page.locator("#display summary").click()
    page.locator("#theme").select_option("dark")
    _amount(page)


def _chinese(page: Page) -> None:
    page.locator("#display summary").click()
    page.locator("#interface").select_option("zh-Hant")
    page.locator("#words").check()


def _phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#next").click()


STATES: dict[str, Callable[[Page], None]] = {
    "as-opened": lambda page: None,
    "finding": lambda page: page.keyboard.press("j"),
    "amount": _amount,
    "filtered": _filtered,
    "searched": _searched,
    "deciding": _deciding,
    "decided": _decided,
    "all-open": _opened,
    "keys": lambda page: page.keyboard.press("?"),
    "dark": _dark,
    "chinese": _chinese,
    "phone": _phone,
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(page: Page, state: str) -> None:
    STATES[state](page)
    shoot(page, f"state-{state}")
    assert _violations(page) == []


def test_axe_would_find_something(page: Page) -> None:
    page.evaluate("document.querySelector('#query').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('#query').removeAttribute('placeholder')")
    assert any(line.startswith("label:") for line in _violations(page))


@pytest.mark.slow
def test_axe_finds_nothing_in_a_whole_call(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, sample: Analysis
) -> None:
    path = tmp_path_factory.mktemp("axe") / "report.html"
    path.write_text(to_html(sample, "zh-Hans"), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1400, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(path.as_uri())
    assert _violations(page) == []
    context.close()


# -- the keyboard alone ----------------------------------------------------------------------------------------------


def _tab_to(page: Page, selector: str, most: int = 120) -> None:
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {selector}")


def _here(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


def _task_skip(page: Page) -> None:
    page.keyboard.press("Tab")
    assert _here(page, ".skip")
    page.keyboard.press("Enter")
    assert _here(page, "main")


def _task_next_finding(page: Page) -> None:
    page.keyboard.press("j")
    assert _here(page, "#f-aa11")
    page.keyboard.press("j")
    assert _here(page, "#f-bb22")
    page.keyboard.press("k")
    assert _here(page, "#f-aa11")


def _task_next_by_button(page: Page) -> None:
    _tab_to(page, "#next")
    page.keyboard.press("Enter")
    assert _here(page, "#f-aa11")


def _task_evidence(page: Page) -> None:
    page.keyboard.press("j")
    _tab_to(page, "#f-aa11 a.place")
    page.keyboard.press("Enter")
    assert _here(page, "main .m")


def _task_evidence_by_key(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.press("e")
    expect(page.locator("main .now")).to_have_text("RMB7.7 billion")


def _task_back(page: Page) -> None:
    _task_evidence(page)
    page.keyboard.press("b")
    assert _here(page, "#f-aa11 a.place")


def _task_amount(page: Page) -> None:
    _tab_to(page, "main .m")
    expect(page.locator("#peek")).to_be_visible()
    page.keyboard.press("Enter")
    assert _here(page, "#about-title")
    page.keyboard.press("Escape")
    assert _here(page, "main .m")


def _task_unchecked(page: Page) -> None:
    page.keyboard.press("u")
    assert _here(page, '.m[data-v="unchecked"]')


def _task_filter(page: Page) -> None:
    _tab_to(page, "#filter-box summary")
    page.keyboard.press("Enter")
    _tab_to(page, '[data-filter="s"][value="error"]')
    page.keyboard.press("Space")
    expect(page.locator("#f-aa11")).to_be_hidden()


def _task_search(page: Page) -> None:
    page.keyboard.press("/")
    assert _here(page, "#query")
    page.keyboard.type("market")
    page.keyboard.press("Enter")
    expect(page.locator("#hits")).to_have_text("1 of 1")
    page.keyboard.press("Escape")
    assert not _here(page, "#query")


def _task_decide(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.type("agreed with the company")
    _tab_to(page, "#who")
    page.keyboard.type("Ann Lee")
    _tab_to(page, "#decide-save")
    page.keyboard.press("Enter")
    assert _here(page, "#f-aa11")
    expect(page.locator("#f-aa11 .mine")).to_be_visible()


def _task_undo(page: Page) -> None:
    _task_decide(page)
    page.keyboard.press("z")
    expect(page.locator("#f-aa11 .mine")).to_have_count(0)


def _task_language(page: Page) -> None:
    _tab_to(page, "#display summary")
    page.keyboard.press("Enter")
    _tab_to(page, "#interface")
    page.keyboard.press("ArrowDown")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def _task_keys_off(page: Page) -> None:
    page.keyboard.press("?")
    _tab_to(page, "#keys-on")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert not _here(page, ".card")


TASKS = {name.removeprefix("_task_"): task for name, task in sorted(globals().items()) if name.startswith("_task_")}


@pytest.mark.parametrize("task", TASKS)
def test_by_keyboard_alone(page: Page, task: str) -> None:
    assert len(TASKS) >= 12
    TASKS[task](page)
