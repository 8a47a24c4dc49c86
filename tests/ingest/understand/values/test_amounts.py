"""Money and percentages in clauses."""

from decimal import Decimal

import pytest

from ingest.model.statements import AmountUnit
from ingest.model.text import MappedText, Span
from ingest.understand.values import distribution_sum, find_amounts
from ingest.understand.values.amounts import FORMS, SUBJECTS


def mapped(text, shift=0):
    return MappedText(text, tuple(range(shift, shift + len(text))))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_form_reads_its_example(form):
    (amount,) = find_amounts(mapped(form.example))
    assert (amount.value, amount.unit) == (Decimal(form.expect), form.unit)


@pytest.mark.parametrize("form", SUBJECTS, ids=lambda form: form.id)
def test_subject_is_found_in_its_example(form):
    assert find_amounts(mapped(form.example))[0].subject == form.expect


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("€ 25,9 mln.", "25900000", "EUR"),
        ("€ 1.000.000,-", "1000000", "EUR"),
        ("€ 5.000,-- ineens", "5000", "EUR"),
        ("€ 12.500,50.", "12500.50", "EUR"),
        ("€3.4 miljoen", "3400000", "EUR"),
        ("€25k", "25000", "EUR"),
        ("57 miljoen euro", "57000000", "EUR"),
        ("twee en een half miljoen euro", "2500000", "EUR"),
        ("honderd euro", "100", "EUR"),
        ("EUR 300", "300", "EUR"),
        ("1,2 mld. euro", "1200000000", "EUR"),
        ("19%", "19", "percent"),
        ("99,8 %", "99.8", "percent"),
        ("vijfentwintig procent", "25", "percent"),
    ],
)
def test_ways_to_write_an_amount(text, value, unit):
    (amount,) = find_amounts(mapped(text))
    assert (amount.value, amount.unit) == (Decimal(value), AmountUnit(unit))


@pytest.mark.parametrize(
    "text",
    ["Artikel 5.4 lid 2", "op 1 juni 2019", "circa 400 organisaties", "in 2 fasen", "versie 3.1", "de eerste helft"],
)
def test_what_is_no_amount(text):
    assert find_amounts(mapped(text)) == ()


@pytest.mark.parametrize("text", ["€ 5 à 6 mln.", "€ 5 - 6 miljoen", "€ 5 tot 6 mln."])
def test_a_range_gives_both_ends(text):
    assert [amount.value for amount in find_amounts(mapped(text))] == [Decimal(5000000), Decimal(6000000)]


def test_a_distribution_key_names_who_bears_which_share_and_sums():
    row = (
        "Rijk 19% € 5,0 mln. Provincies  6% € 1,6 mln. Gemeenten 70% € 18,0 mln. Waterschap 5% Totaal 100% € 25,9 mln."
    )
    amounts = find_amounts(mapped(row))
    shares = {amount.subject: amount.value for amount in amounts if amount.unit is AmountUnit.PERCENT}
    assert shares == {"Rijk": 19, "Provincies": 6, "Gemeenten": 70, "Waterschap": 5, "Totaal": 100}
    assert distribution_sum(amounts) == 100
    assert [amount.subject for amount in amounts if amount.unit is AmountUnit.EURO] == [
        "Rijk",
        "Provincies",
        "Gemeenten",
        "Totaal",
    ]


def test_shares_that_do_not_sum_are_told():
    assert distribution_sum(find_amounts(mapped("Rijk 20%, provincies 35% en gemeenten 40%."))) == 95


def test_one_share_is_no_distribution():
    assert distribution_sum(find_amounts(mapped("De provincies dragen 6% bij."))) is None


def test_a_range_is_no_share():
    assert distribution_sum(find_amounts(mapped("Dat is 5-10% van de kosten."))) is None


def test_span_points_into_the_source():
    (amount,) = find_amounts(mapped("een bedrag van € 300,- ineens", shift=100))
    assert amount.span == Span(115, 122)
    assert amount.surface == "€ 300,-"
    assert amount.subject == "bedrag"
