"""Names made comparable."""

from __future__ import annotations

import pytest

from ingest.understand.names import name_key, slug, word_key, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeenten", "gemeente"),
        ("gemeentes", "gemeente"),
        ("ministeries", "ministerie"),
        ("directies", "directie"),
        ("koepels", "koepel"),
        ("bureaus", "bureau"),
        ("bureau’s", "bureau"),
        ("programma's", "programma"),
        ("comités", "comité"),
        ("raden", "raad"),
        ("besturen", "bestuur"),
        ("bestuursorganen", "bestuursorgaan"),
        ("ambtenaren", "ambtenaar"),
        ("eigenaars", "eigenaren"),
        ("waterschappen", "waterschap"),
        ("secretarissen", "secretaris"),
        ("commissarissen", "commissaris"),
        ("dijkgraven", "dijkgraaf"),
        ("bedrijven", "bedrijf"),
        ("ziekenhuizen", "ziekenhuis"),
        ("overheden", "overheid"),
        ("leden", "lid"),
        ("raadsleden", "raadslid"),
        ("coöperaties", "coöperatie"),
        ("huisartsen", "huisarts"),
    ],
)
def test_plural_and_singular_share_a_key(one, other):
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("technisch", "technische"),
        ("regionaal", "regionale"),
        ("algemeen", "algemene"),
        ("dagelijks", "dagelijkse"),
        ("openbaar", "openbare"),
        ("actief", "actieve"),
        ("bevoegd", "bevoegde"),
        ("Nederlands", "Nederlandse"),
    ],
)
def test_an_inflected_adjective_shares_the_key_of_the_bare_one(one, other):
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OBO’s", "OBO"),
        ("OBO's", "obo"),
        ("Minister’s", "minister"),
        ("Kadaster", "kadaster"),
        ("Coördinator", "coordinator"),
    ],
)
def test_case_accents_and_possessives_do_not_count(one, other):
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("regio", "regie"),
        ("raad", "rand"),
        ("stad", "staat"),
        ("partij", "partner"),
        ("koper", "koop"),
        ("basis", "baas"),
        ("RWS", "RW"),
        ("uitvoerder", "uitvoering"),
        ("beheer", "beheerder"),
        ("minister", "ministerie"),
    ],
)
def test_other_words_keep_apart(one, other):
    assert word_key(one) != word_key(other)


def test_an_abbreviation_keeps_its_last_letter():
    assert word_key("RWS") == "rws"
    assert word_key("GGDEN") == "ggden"
    assert word_key("rws") == "rws"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Technische Beheer Organisatie", "technische beheerorganisaties"),
        ("OGB-Beheer", "OGB Beheer"),
        ("Opdrachtgevend Beraad Beheer", "opdrachtgevendberaad beheer"),
        ("klant-organisaties", "Klantorganisatie"),
        ("regie-organisatie", "Regieorganisaties"),
        ("Beleid & Ontwikkeling", "beleid & ontwikkeling"),
        ("secretarissen-generaal", "Secretaris-Generaal"),
    ],
)
def test_hyphens_and_spaces_in_compounds_do_not_count(one, other):
    assert name_key(one) == name_key(other)


def test_the_order_of_words_counts():
    assert name_key("raad van advies") != name_key("advies van raad")


def test_words_know_where_they_stand():
    text = "De OBO’s (Rijks-partijen) & Co."
    found = words(text)
    assert [word.text for word in found] == ["De", "OBO’s", "Rijks", "partijen", "&", "Co"]
    assert all(text[word.start : word.end] == word.text for word in found)
    assert words("– … ()") == []


@pytest.mark.parametrize("text", ["", "’s", "é", "ß", "日本", "x" * 5000, "1.2.3"])
def test_any_text_has_words_with_keys(text):
    assert all(word.key for word in words(text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dienst voor het Officiële Register", "dienst-voor-het-officiele-register"),
        ("OBO’s", "obos"),
        ("Team Beleid & Ontwikkeling", "team-beleid-ontwikkeling"),
        ("Raad van Bestuur", "raad-van-bestuur"),
    ],
)
def test_slugs_read_well(name, expected):
    assert slug(name) == expected
