"""The finite verb that the tagger missed."""

from __future__ import annotations

import pytest
from understood_texts import sentence, understand

from ingest.understand.finite import after_subordinate, finite_verb, infinitives


@pytest.mark.parametrize(
    ("words", "tags", "forms", "lemmas", "verb"),
    [
        (
            "De beheerders houden een register bij .",
            "DET NOUN VERB DET NOUN ADP PUNCT",
            "- - inf - - - -",
            "",
            "houden",
        ),
        ("De beheerder beheert het register .", "DET NOUN NOUN DET NOUN PUNCT", "- - - - - -", "", "beheert"),
        (
            "De partners hebben storingen te melden .",
            "DET NOUN AUX NOUN ADP VERB PUNCT",
            "- - inf - - inf -",
            "de partner hebben storing te melden .",
            "hebben",
        ),
    ],
)
def test_an_auxiliary_a_known_form_or_a_plural_after_its_subject(
    words: str, tags: str, forms: str, lemmas: str, verb: str
) -> None:
    parts = words.split()
    found = finite_verb(
        parts, (lemmas or words).split(), tags.split(), ["" if form == "-" else form for form in forms.split()]
    )
    assert found is not None
    assert parts[found] == verb


@pytest.mark.parametrize(
    ("words", "tags", "forms"),
    [
        ("Bijhouden van het register .", "VERB ADP DET NOUN PUNCT", "inf - - - -"),
        ("De beheerder houdt het register bij .", "DET NOUN VERB DET NOUN ADP PUNCT", "- - fin - - - -"),
        ("het melden van elke storing ;", "DET VERB ADP DET NOUN PUNCT", "- inf - - - -"),
        ("De plicht om storingen te melden .", "DET NOUN ADP NOUN ADP VERB PUNCT", "- - - - - inf -"),
    ],
)
def test_no_verb_is_made_up(words: str, tags: str, forms: str) -> None:
    given = ["" if form == "-" else form for form in forms.split()]
    assert finite_verb(words.split(), words.split(), tags.split(), given) is None


def test_listed_forms_have_their_infinitive() -> None:
    assert infinitives()["beheert"] == "beheren"
    assert infinitives()["stellen"] == "stellen"


@pytest.mark.parametrize(
    ("clause", "verb", "lemma"),
    [
        ("De stuurgroep beslist binnen tien werkdagen.", "beslist", "beslissen"),
        ("De Waterkring verstrekt binnen zes weken na de melding een verslag.", "verstrekt", "verstrekken"),
        ("Besluiten worden genomen met twee derde van de stemmen.", "worden", "worden"),
        ("Uittreders nemen naar rato personeel over.", "nemen", "nemen"),
        ("De kosten van het register bedragen in 2031 € 90.000.", "bedragen", "bedragen"),
    ],
)
def test_a_sentence_that_the_tagger_gives_no_verb_has_one(clause: str, verb: str, lemma: str) -> None:
    (found,) = [token for token in sentence(clause).tokens if token.form == "fin"]
    assert (found.text, found.lemma, found.pos) == (verb, lemma, "VERB")


@pytest.mark.parametrize(
    ("clause", "kind", "bearers"),
    [
        ("De stuurgroep beslist binnen tien werkdagen.", "power", ["stuurgroep"]),
        (
            "De beheerder en de directeur trachten binnen een maand tot een oplossing te komen.",
            "duty",
            ["beheerder", "directeur"],
        ),
        ("Uittreders nemen naar rato personeel over.", "duty", ["uittreders"]),
    ],
)
def test_the_verb_that_was_missed_makes_a_statement(clause: str, kind: str, bearers: list[str]) -> None:
    read = understand(f"Artikel 1 Samenwerking\n\n1. De beheerder en de directeur werken samen.\n\n2. {clause}\n")
    statement = read.said(clause)
    assert (statement.kind, read.bearers(statement)) == (kind, bearers)


@pytest.mark.parametrize(
    ("words", "tags", "forms", "verb"),
    [
        ("waarin dit niet voorziet beslist de raad", "ADV PRON ADV VERB ADV DET NOUN", "- - - fin - - -", "beslist"),
        (
            "de raad waar zij zit , beslist over sluiting",
            "DET NOUN ADV PRON VERB PUNCT VERB ADP NOUN",
            "- - - - fin - part - -",
            "beslist",
        ),
        (
            "de raad zegt wat hij beslist over sluiting",
            "DET NOUN VERB PRON PRON VERB ADP NOUN",
            "- - fin - - part - -",
            "",
        ),
    ],
)
def test_the_main_verb_stands_behind_the_one_that_ends_a_subordinate_clause(
    words: str, tags: str, forms: str, verb: str
) -> None:
    found = after_subordinate(words.split(), tags.split(), [form.strip("-") for form in forms.split()])
    assert (words.split()[found] if found is not None else "") == verb
