import pytest
from spacy.tokens import Doc, Token

from ingest.language import load_pipeline


def read(text: str) -> Doc:
    return load_pipeline()(text)


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "number"),
    [
        ("De tactische beheerorganisatie stelt het beheerplan vast.", "stelt", "Sing"),
        ("Partijen leggen jaarlijks verantwoording af aan de minister.", "leggen", "Plur"),
        ("De beheerders voeren de taken uit, bedoeld in artikel 5.4.", "voeren", "Plur"),
        ("Indien de kosten stijgen, meldt de opdrachtnemer dit aan de opdrachtgever;", "meldt", "Sing"),
    ],
)
def test_finite_verb_of_a_plain_norm(text: str, verb: str, number: str) -> None:
    found = word(read(text), verb)
    assert (found.pos_, found.tag_.split("|")[0]) == ("VERB", "WW")
    assert found.morph.get("VerbForm") == ["Fin"]
    assert found.morph.get("Number") == [number]
    assert found.morph.get("Tense") == ["Pres"]


@pytest.mark.parametrize(
    "text", ["Opstellen van het jaarplan", "Adviseren van de opdrachtgever;", "beheerprotocol opstellen"]
)
def test_infinitive_of_a_task_list(text: str) -> None:
    verb = next(token for token in read(text) if token.text.lower().endswith("en") and token.pos_ == "VERB")
    assert verb.morph.get("VerbForm") == ["Inf"]
    assert verb.lemma_ == verb.text.lower()


def test_passive_has_auxiliary_and_participle() -> None:
    doc = read("Het jaarplan wordt door de stuurgroep vastgesteld.")
    assert word(doc, "wordt").pos_ == "AUX"
    participle = word(doc, "vastgesteld")
    assert (participle.pos_, participle.morph.get("VerbForm"), participle.lemma_) == ("VERB", ["Part"], "vaststellen")


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("De beheerorganisaties rapporteren.", "beheerorganisaties", "beheerorganisatie"),
        ("Partijen overleggen.", "Partijen", "partij"),
        ("De aansluitvoorwaarden worden jaarlijks geëvalueerd.", "geëvalueerd", "evalueren"),
        ("De stuurgroep stelt de aansluitvoorwaarden vast.", "aansluitvoorwaarden", "aansluitvoorwaarde"),
        ("De raadsleden stemmen in.", "raadsleden", "raadslid"),
        ("De stuurgroep die het plan opstelt.", "opstelt", "opstellen"),
    ],
)
def test_lemma(text: str, form: str, lemma: str) -> None:
    assert word(read(text), form).lemma_ == lemma


def test_loads_once() -> None:
    assert load_pipeline() is load_pipeline()
