import pytest
from spacy.tokens import Doc

from ingest.language import load_pipeline


def relations(text: str) -> set[tuple[str, str, str]]:
    """Each word with its relation and the word it hangs on."""
    return {(token.text, token.dep_, token.head.text) for token in load_pipeline()(text)}


@pytest.mark.parametrize(
    ("text", "subject", "verb", "lemma", "object_"),
    [
        (
            "De tactische beheerorganisatie stelt het beheerplan vast.",
            "beheerorganisatie",
            "stelt",
            "vaststellen",
            "beheerplan",
        ),
        ("De opdrachtnemer levert jaarlijks een rapportage op.", "opdrachtnemer", "levert", "opleveren", "rapportage"),
        ("De stuurgroep bereidt de besluiten voor.", "stuurgroep", "bereidt", "voorbereiden", "besluiten"),
        ("Partijen leggen de afspraken vast in een convenant;", "Partijen", "leggen", "vastleggen", "afspraken"),
        ("Elke gemeente betaalt de kosten.", "gemeente", "betaalt", "betalen", "kosten"),
    ],
)
def test_subject_object_and_whole_verb_of_a_plain_norm(
    text: str, subject: str, verb: str, lemma: str, object_: str
) -> None:
    found = relations(text)
    assert (subject, "nsubj", verb) in found
    assert (object_, "obj", verb) in found
    assert next(token.lemma_ for token in load_pipeline()(text) if token.text == verb) == lemma


@pytest.mark.parametrize(
    ("text", "patient", "agent", "verb"),
    [
        ("Het jaarplan wordt door de stuurgroep vastgesteld.", "jaarplan", "stuurgroep", "vastgesteld"),
        ("De begroting wordt jaarlijks door de regiegroep goedgekeurd.", "begroting", "regiegroep", "goedgekeurd"),
        ("De kosten worden gedragen door de opdrachtgever.", "kosten", "opdrachtgever", "gedragen"),
    ],
)
def test_passive_names_who_acts(text: str, patient: str, agent: str, verb: str) -> None:
    found = relations(text)
    assert (patient, "nsubj:pass", verb) in found
    assert (agent, "obl:agent", verb) in found
    assert any(relation == "aux:pass" and head == verb for _, relation, head in found)


def test_modal_with_subordinate_condition() -> None:
    found = relations("Indien de kosten stijgen, moet de opdrachtnemer dit onverwijld melden.")
    assert ("moet", "aux", "melden") in found
    assert ("opdrachtnemer", "nsubj", "melden") in found
    assert ("Indien", "mark", "stijgen") in found
    assert ("stijgen", "advcl", "melden") in found


def test_task_without_a_subject() -> None:
    found = relations("Opstellen van het jaarplan")
    assert ("Opstellen", "ROOT", "Opstellen") in found
    assert ("jaarplan", "nmod", "Opstellen") in found or ("jaarplan", "obl", "Opstellen") in found
    assert ("van", "case", "jaarplan") in found


def test_dat_as_pronoun_and_as_complementiser() -> None:
    assert ("Dat", "nsubj", "geldt") in relations("Dat geldt ook voor de waterschappen.")
    assert ("dat", "mark", "instemt") in relations("De raad meldt dat de minister instemt.")


def test_list_marker_is_a_mark() -> None:
    doc = load_pipeline()("• Adviseren van de opdrachtgever;")
    assert (doc[0].pos_, doc[0].dep_) == ("PUNCT", "punct")
    assert doc[1].pos_ == "VERB"


def test_a_text_is_one_sentence_with_one_root() -> None:
    texts = [
        "De raad stelt het plan vast, de minister keurt het goed en de gemeenten voeren het uit.",
        "Escalatie",
        "(1) autonoom met melding aan de stuurgroep:",
    ]
    docs: list[Doc] = [load_pipeline()(text) for text in texts]
    assert [len(list(doc.sents)) for doc in docs] == [1, 1, 1]
    assert [sum(token.head.i == token.i for token in doc) for doc in docs] == [1, 1, 1]
