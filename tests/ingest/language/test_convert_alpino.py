"""The conversion of Alpino structures to UD, on small structures written by hand."""

import pytest

from ingest.language.training.alpino import Node, Tree
from ingest.language.training.check import conversion_figures
from ingest.language.training.convert import NoTree, converted
from ingest.language.training.sentences import Sentence, Token

NOUN, VERB, FINITE, PARTICIPLE = "N|soort|ev|basis|zijd|stan", "WW|inf|vrij|zonder", "WW|pv|tgw|ev", "WW|vd|vrij|zonder"
PREPOSITION, ARTICLE, ADJECTIVE = "VZ|init", "LID|bep|stan|rest", "ADJ|prenom|basis|met-e|stan"


def word(relation: str, begin: int, form: str, tag: str, lemma: str | None = None, index: str | None = None) -> Node:
    return Node(relation, begin, form=form, lemma=lemma or form, tag=tag, index=index)


def phrase(relation: str, category: str, *children: Node, index: str | None = None) -> Node:
    return Node(relation, min(child.begin for child in children), category=category, children=children, index=index)


def trace(relation: str, index: str, begin: int = 0) -> Node:
    return Node(relation, begin, index=index)


def tree_of(*children: Node) -> dict[str, tuple[str, str]]:
    sentence = converted(Tree("test", phrase("top", "top", *children)))
    forms = ["-", *sentence.forms]
    return {token.form: (token.relation or "", forms[token.head or 0]) for token in sentence.tokens}


def test_passive_subject_auxiliary_and_agent() -> None:
    arcs = tree_of(
        phrase(
            "--",
            "smain",
            phrase("su", "np", word("det", 0, "Het", ARTICLE), word("hd", 1, "plan", NOUN), index="1"),
            word("hd", 2, "wordt", FINITE, "worden"),
            phrase(
                "vc",
                "ppart",
                trace("obj1", "1"),
                phrase(
                    "mod",
                    "pp",
                    word("hd", 3, "door", PREPOSITION),
                    phrase("obj1", "np", word("det", 4, "de", ARTICLE), word("hd", 5, "raad", NOUN)),
                ),
                word("hd", 6, "vastgesteld", PARTICIPLE, "vast_stellen"),
            ),
        ),
        word("--", 7, ".", "LET"),
    )
    assert arcs == {
        "Het": ("det", "plan"),
        "plan": ("nsubj:pass", "vastgesteld"),
        "wordt": ("aux:pass", "vastgesteld"),
        "door": ("case", "raad"),
        "de": ("det", "raad"),
        "raad": ("obl:agent", "vastgesteld"),
        "vastgesteld": ("root", "-"),
        ".": ("punct", "vastgesteld"),
    }


def test_particle_object_and_adverb_of_a_separable_verb() -> None:
    arcs = tree_of(
        phrase(
            "--",
            "smain",
            word("su", 0, "Partijen", "N|soort|mv|basis"),
            word("hd", 1, "stellen", "WW|pv|tgw|mv", "vast_stellen"),
            word("mod", 2, "jaarlijks", "ADJ|vrij|basis|zonder"),
            word("obj1", 3, "doelen", "N|soort|mv|basis"),
            word("svp", 4, "vast", "ADJ|vrij|basis|zonder"),
        )
    )
    assert arcs["Partijen"] == ("nsubj", "stellen")
    assert arcs["jaarlijks"] == ("advmod", "stellen")
    assert arcs["doelen"] == ("obj", "stellen")
    assert arcs["vast"] == ("compound:prt", "stellen")


def test_copula_hangs_on_its_predicate() -> None:
    arcs = tree_of(
        phrase(
            "--",
            "smain",
            word("su", 0, "Deelname", NOUN),
            word("hd", 1, "is", FINITE, "zijn"),
            word("predc", 2, "vrijwillig", "ADJ|vrij|basis|zonder"),
        )
    )
    assert arcs == {"Deelname": ("nsubj", "vrijwillig"), "is": ("cop", "vrijwillig"), "vrijwillig": ("root", "-")}


def test_modal_and_complementiser() -> None:
    arcs = tree_of(
        phrase(
            "--",
            "smain",
            word("su", 0, "Partijen", "N|soort|mv|basis"),
            word("hd", 1, "weten", "WW|pv|tgw|mv"),
            phrase(
                "vc",
                "cp",
                word("cmp", 2, "dat", "VG|onder"),
                phrase(
                    "body",
                    "ssub",
                    word("su", 3, "gemeenten", "N|soort|mv|basis", index="1"),
                    phrase("vc", "inf", trace("su", "1"), word("hd", 4, "betalen", VERB)),
                    word("hd", 5, "moeten", "WW|pv|tgw|mv"),
                ),
            ),
        )
    )
    assert arcs["dat"] == ("mark", "betalen")
    assert arcs["gemeenten"] == ("nsubj", "betalen")
    assert arcs["moeten"] == ("aux", "betalen")
    assert arcs["betalen"] == ("ccomp", "weten")


def test_coordination_hangs_on_the_first_and_the_coordinator_on_the_next() -> None:
    arcs = tree_of(
        phrase(
            "--",
            "conj",
            word("cnj", 0, "Rijk", NOUN),
            word("cnj", 2, "provincies", "N|soort|mv|basis"),
            word("crd", 3, "en", "VG|neven"),
            word("cnj", 4, "gemeenten", "N|soort|mv|basis"),
            word("--", 1, ",", "LET"),
        )
    )
    assert arcs["provincies"] == ("conj", "Rijk")
    assert arcs["gemeenten"] == ("conj", "Rijk")
    assert arcs["en"] == ("cc", "gemeenten")


def test_relative_pronoun_takes_the_place_of_its_trace() -> None:
    arcs = tree_of(
        phrase(
            "--",
            "np",
            word("det", 0, "de", ARTICLE),
            word("hd", 1, "raad", NOUN),
            phrase(
                "mod",
                "rel",
                word("rhd", 2, "die", "VNW|betr|pron|stan|vol|persoon|getal", index="1"),
                phrase("body", "ssub", trace("su", "1"), word("obj1", 3, "plan", NOUN), word("hd", 4, "maakt", FINITE)),
            ),
        )
    )
    assert arcs["die"] == ("nsubj", "maakt")
    assert arcs["maakt"] == ("acl:relcl", "raad")


def test_shared_head_stands_where_it_is_printed() -> None:
    arcs = tree_of(
        phrase(
            "--",
            "conj",
            phrase("cnj", "np", word("mod", 0, "tactische", ADJECTIVE), word("hd", 3, "raden", NOUN, index="1")),
            word("crd", 1, "en", "VG|neven"),
            phrase("cnj", "np", word("mod", 2, "operationele", ADJECTIVE), trace("hd", "1", 3)),
        )
    )
    assert arcs["operationele"] == ("amod", "raden")
    assert arcs["raden"] == ("conj", "tactische")


def test_two_words_at_one_place_are_refused() -> None:
    loop = phrase("--", "np", word("hd", 0, "a", NOUN), word("hd", 0, "b", NOUN))
    with pytest.raises(NoTree, match="one place"):
        converted(Tree("test", phrase("top", "top", loop)))


def test_conversion_figures_count_heads_and_relations_of_shared_sentences() -> None:
    def sentence(relation: str, head: int) -> Sentence:
        tokens = (
            Token("a", upos="NOUN", head=0, relation="root"),
            Token("b", upos="NOUN", head=head, relation=relation),
        )
        return Sentence("test", (*tokens, Token(".", upos="PUNCT", head=2, relation="punct")))

    other = Sentence("test", (Token("c", upos="X", head=0, relation="root"),))
    figures = conversion_figures([sentence("nmod", 1), other], [sentence("appos", 1)])
    assert figures == {"UPOS": 100.0, "UAS": 100.0, "LAS": 50.0, "sentences": 1, "words": 2}
