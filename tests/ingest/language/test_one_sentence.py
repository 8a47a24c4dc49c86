import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ingest.language import blank_pipeline, load_pipeline
from ingest.language.particles import separable_verbs
from ingest.language.sentence import one_root, one_sentence


def test_further_roots_hang_on_the_first_word_that_is_a_root() -> None:
    doc = Doc(
        Vocab(),
        words=["(", "raad", "besluit", "griffie", "."],
        heads=[0, 2, 2, 3, 4],
        deps=["ROOT", "nsubj", *["ROOT"] * 3],
    )
    for i in (0, 4):
        doc[i].lex.is_punct = True
    found = one_root(doc)
    assert [(token.head.i, token.dep_) for token in found] == [
        (2, "punct"),
        (2, "nsubj"),
        (2, "ROOT"),
        (2, "parataxis"),
        (2, "punct"),
    ]


def test_no_sentence_starts_within_a_document() -> None:
    doc = one_sentence(Doc(Vocab(), words=["Ja", ".", "Nee", "."]))
    assert [token.is_sent_start for token in doc] == [True, False, False, False]


def parsed(words: list[str], heads: list[int], deps: list[str], tags: list[str], lemmas: list[str]) -> Doc:
    return Doc(blank_pipeline().vocab, words=words, heads=heads, deps=deps, tags=tags, lemmas=lemmas)


def test_particle_is_put_back_into_the_lemma() -> None:
    doc = parsed(
        ["stelt", "plannen", "vast"],
        [0, 0, 0],
        ["ROOT", "obj", "compound:prt"],
        ["WW|pv", "N", "ADJ"],
        ["stellen", "plan", "vast"],
    )
    assert [token.lemma_ for token in separable_verbs(doc)] == ["vaststellen", "plan", "vast"]


def test_particle_of_two_words_and_one_already_there_are_left() -> None:
    pair = parsed(
        ["stelt", "ter", "beschikking"],
        [0, 2, 0],
        ["ROOT", "case", "compound:prt"],
        ["WW|pv", "VZ", "N"],
        ["stellen", "te", "beschikking"],
    )
    whole = parsed(["vastgesteld", "vast"], [0, 0], ["ROOT", "compound:prt"], ["WW|vd", "ADJ"], ["vaststellen", "vast"])
    assert separable_verbs(pair)[0].lemma_ == "stellen"
    assert separable_verbs(whole)[0].lemma_ == "vaststellen"


def test_white_space_changes_nothing_but_its_own_tokens() -> None:
    text = "  De raad\nstelt   het plan\tvast . "
    doc, plain = load_pipeline()(text), load_pipeline()("De raad stelt het plan vast .")
    assert doc.text == text
    words = [token for token in doc if not token.is_space]
    assert [(token.text, token.tag_, token.dep_, token.head.text, token.lemma_) for token in words] == [
        (token.text, token.tag_, token.dep_, token.head.text, token.lemma_) for token in plain
    ]
    assert all(text[token.idx :].startswith(token.text) for token in doc)
    assert {(token.pos_, token.dep_) for token in doc if token.is_space} == {("SPACE", "dep")}


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words_passes(text: str) -> None:
    assert load_pipeline()(text).text == text
