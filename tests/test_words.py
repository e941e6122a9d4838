"""Every word of the interface exists in every language, and every key that is used exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nlp.errors import BadInput
from nlp.languages.en.topics import TOPICS_EN
from nlp.report.explain import page_file
from nlp.words import LANGS, all_words, check_lang, say

WORDS = all_words()


def test_every_word_is_there_in_every_language() -> None:
    assert set(WORDS) == set(LANGS)
    for lang in LANGS:
        assert WORDS[lang].keys() == WORDS["en"].keys()
        assert [key for key, text in WORDS[lang].items() if not text.strip()] == []


@pytest.mark.parametrize("lang", LANGS[1:])
def test_translations_have_the_same_holes(lang: str) -> None:
    def holes(text: str) -> list[str]:
        return sorted(set(re.findall(r"\{\w+\}", text)))

    assert [key for key in WORDS["en"] if holes(WORDS["en"][key]) != holes(WORDS[lang][key])] == []


def test_simplified_and_traditional_are_what_they_say() -> None:
    from nlp.text import guess_script

    assert [key for key, text in WORDS["zh-Hans"].items() if guess_script(text) in ("hant", "both")] == []
    assert [key for key, text in WORDS["zh-Hant"].items() if guess_script(text) in ("hans", "both")] == []


def test_every_finding_code_and_topic_has_words() -> None:
    assert [code for code in page_file("en") if f"code.{code}" not in WORDS["en"]] == []
    assert [topic for topic in TOPICS_EN.topics if f"topic.{topic}" not in WORDS["en"]] == []


def test_every_code_that_a_check_writes_has_its_page(root: Path) -> None:
    sources = [path.read_text(encoding="utf-8") for path in sorted((root / "nlp" / "checks").rglob("*.py"))]
    written = {code for text in sources for code in re.findall(r"\"([A-Z][0-9]{2})\"", text)}
    assert len(written) > 60
    assert written - set(page_file("en")) == set()


def test_every_key_that_the_page_uses_exists(root: Path) -> None:
    templates = root / "nlp" / "report" / "page" / "templates"
    sources = [path.read_text(encoding="utf-8") for path in sorted(templates.iterdir())]
    used = {key for text in sources for key in re.findall(r"\"((?:page|said)\.[a-z_0-9]+)\"", text)}
    assert len(used) > 100
    assert [key for key in sorted(used) if key not in WORDS["en"] and not key.endswith("_")] == []


def test_no_word_is_unused(root: Path) -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (root / "nlp").rglob("*")
        if path.suffix in (".py", ".html", ".js") and path.is_file()
    )
    made = ("page.o_", "page.h_", "page.k_", "page.d_", "page.theme_")  # keys put together from two parts
    names = {key.split(".", 1)[1] for key in WORDS["en"] if key.startswith("page.") and not key.startswith(made)}
    assert [name for name in sorted(names) if not re.search(rf"\b{name}(?:s)?\b", sources)] == []


@pytest.mark.parametrize(
    ("asked", "lang"),
    [("en", "en"), ("zh", "zh-Hans"), ("zh_TW", "zh-Hant"), ("ZH-hans", "zh-Hans"), ("zh-HK", "zh-Hant")],
)
def test_languages_are_understood(asked: str, lang: str) -> None:
    assert check_lang(asked) == lang


def test_an_unknown_language_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadInput, match=rf"'zh-Hansi' is not one of {', '.join(LANGS)}. Did you mean 'zh-Hans'\?"):
        check_lang("zh-Hansi")


def test_an_unknown_key_is_told_as_it_is() -> None:
    assert say("metric.lease_costs", "zh-Hans") == "lease costs"
