"""Whose dollars, cents and pesos a document means."""

from __future__ import annotations

import pytest

from nlp.amounts import Meant, find_amounts


def case(text: str, *want: str) -> object:
    return pytest.param(text, list(want), id=text[:60])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        case("All figures are in Canadian dollars. Sales of $6 million, US$9 million.", "CAD", "USD"),
        case("Amounts in Canadian dollars unless otherwise stated: $6 million; 31 cents a share", "CAD", "CAD"),
        case("Our presentation currency is the Australian dollar. EBITDA was $64m.", "AUD"),
        case("(in millions of U.S. dollars) Canadian sales were $64 million", "USD"),
        case("Veldry Ltd (ASX: VLD): a profit of $64 million and a dividend of 6.4 cents", "AUD", "AUD"),
        case("Veldry (TSX: VLD, NYSE: VLD) earned $6 million", "USD"),
        case("A$64 million, A$9 million and $6 million", "AUD", "AUD", "AUD"),
        case("C$64 million was paid there; sales were $6 billion, $4 billion here", "CAD", "USD", "USD"),
        case("We sell in Singapore and Hong Kong; sales were $6 billion", "USD"),
        case("All store figures exclude Canadian dollar effects: $6 million", "USD"),
        case("HEPS of 91.6 cents on the JSE", "ZAR"),
        case("Ps. 917 million and 64 pesos in the Philippines", "PHP", "PHP"),
        case("kr 64 million from Norway; 31 öre", "NOK", "NOK"),
        case("Rs. 640 million in Pakistan, 64 rupees", "PKR", "PKR"),
        case("Veldry Ltd, call of May 4. Figures in Canadian dollars.\n\nSales were $6 million", "CAD"),
        case("Veldry Ltd, May 4. New Zealand dollars; the year ends in June.\n\nSales of $6 million", "NZD"),
        case("It is paid in Canadian dollars. Sales were $6 million", "USD"),
        case("Veldry N.V.: it earned €9 million, 6 cents a share", "EUR", "EUR"),
        case("It earned €9 million and paid 6 cents, $2 million in all", "EUR", "USD", "USD"),
        case("除另有说明外，金额以加元列示。收入$6.4亿", "CAD"),
        case("from $6 to US$9", "USD"),
    ],
)
def test_what_the_text_means(text: str, want: list[str]) -> None:
    assert [amount.unit for amount in find_amounts(text, "en")] == want


def test_the_document_speaks_for_its_paragraphs() -> None:
    document = "All amounts are in Canadian dollars.\n\nSales were $6 million."
    (alone,) = find_amounts("Sales were $6 million.", "en")
    (within,) = find_amounts("Sales were $6 million.", "en", meant=Meant(document))
    assert (alone.unit, within.unit) == ("USD", "CAD")


@pytest.mark.parametrize(
    ("document", "want"),
    [
        pytest.param("2031年第二季法人說明會\n\n{}", "TWD", id="house-word"),
        pytest.param("營收季增4%，稼動率八成。\n\n{}", "TWD", id="house-style"),
        pytest.param("新台幣6億元來自台灣，新台幣2億元來自日本，人民幣1億元來自昆山。\n\n{}", "TWD", id="named-most"),
        pytest.param("人民幣6億元來自昆山，人民幣2億元來自日本，新台幣1億元來自台灣。\n\n{}", "CNY", id="named-less"),
        pytest.param("收入同比增长4%，其中营收年增。\n\n{}", "CNY", id="mainland"),
        pytest.param("期內營業額按年上升4%。\n\n{}", "CNY", id="neither"),
    ],
)
def test_the_document_tells_whose_yuan_are_meant(document: str, want: str) -> None:
    text = "毛利為4億元"
    (amount,) = find_amounts(text, "zh", meant=Meant(document.format(text)))
    assert amount.unit == want
