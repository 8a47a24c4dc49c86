"""Mentions of articles, annexes and agreements."""

import pytest

from ingest.model.text import MappedText, Span
from ingest.packaged import read_toml
from ingest.understand.values import find_references
from ingest.understand.values.titles import match_title

TABLE = read_toml("ingest.understand.values", "references.toml")
TITLES = {
    "beheer-water": "Beheerovereenkomst Waterdata",
    "bijlage-water": "Bijlage 3 bij de Beheerovereenkomst Waterdata",
    "partijen-2023": "Meerpartijenovereenkomst Waterdata 2023",
    "partijen-2019": "Meerpartijenovereenkomst Waterdata 2019",
    "evaluatie": "Evaluatie beheer Waterdata",
}


def mapped(text, shift=0):
    return MappedText(text, tuple(range(shift, shift + len(text))))


def found(text):
    return [(one.surface, one.section, one.title) for one in find_references(mapped(text), {})]


@pytest.mark.parametrize("example", TABLE["example"], ids=lambda example: example["text"])
def test_inventory_reads_its_examples(example):
    expected = [(one["surface"], one.get("section"), one.get("title")) for one in example["references"]]
    assert found(example["text"]) == expected


@pytest.mark.parametrize(
    ("text", "section", "title"),
    [
        ("Zie artikel 2 lid 3 onder b van het convenant.", "2 lid 3 onder b", None),
        ("Zie art. 12a, eerste lid.", "12a lid 1", None),
        ("Zie hoofdstuk 4 van dit reglement.", "hoofdstuk 4", "dit reglement"),
        ("Zie paragraaf 6.1 uit het Beheerplan 2020.", "paragraaf 6.1", "Beheerplan 2020"),
        ("Zie artikel 12 van het Burgerlijk Wetboek.", "12", "Burgerlijk Wetboek"),
        ("in samenhang met afspraak 17 uit het Financieel akkoord.", "afspraak 17", "Financieel akkoord"),
    ],
)
def test_place_and_agreement(text, section, title):
    ((_, got_section, got_title),) = found(text)
    assert (got_section, got_title) == (section, title)


@pytest.mark.parametrize(
    "text",
    [
        "De wet van 1998 is oud.",
        "Partijen sluiten een overeenkomst.",
        "Het besluit wordt genomen.",
        "In deel van het gebied.",
    ],
)
def test_what_is_no_reference(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("beheerovereenkomst", "beheer-water"),
        ("Beheerovereenkomst Waterdata", "beheer-water"),
        ("Meerpartijenovereenkomst Waterdata 2023", "partijen-2023"),
        ("Meerpartijenovereenkomst 2019", "partijen-2019"),
        ("Meerpartijenovereenkomst", None),
        ("Meerpartijenovereenkomst 2021", None),
        ("bijlage 3 Beheerovereenkomst", "bijlage-water"),
        ("Raamovereenkomst", None),
    ],
)
def test_a_name_means_a_title(name, document):
    assert match_title(name, TITLES) == document


def test_an_annex_of_an_agreement_is_the_annex():
    (reference,) = find_references(mapped("conform Bijlage 3 van de Beheerovereenkomst", shift=50), TITLES)
    assert reference.document == "bijlage-water"
    assert reference.span == Span(58, 93)


def test_an_agreement_that_speaks_of_itself_names_no_other():
    (reference,) = find_references(mapped("Partijen evalueren deze overeenkomst."), {"a": "Overeenkomst Waterdata"})
    assert (reference.title, reference.document) == ("deze overeenkomst", None)
