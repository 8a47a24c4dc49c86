import gzip
from pathlib import Path

import pytest

from ingest.language.lemmatizer import EndingLemmatizer
from ingest.language.training.cgn import features, normalised, part_of_speech
from ingest.language.training.dress import in_agreement_dress
from ingest.language.training.lemmas import learn, written_lemma
from ingest.language.training.sentences import Sentence, Token, read_conllu, without

PLURAL, PARTICIPLE, FINITE = "N|soort|mv|basis", "WW|vd|vrij|zonder", "WW|pv|tgw|met-t"


@pytest.mark.parametrize(
    ("postag", "relation", "upos", "expected"),
    [
        ("N(soort,ev,basis,zijd,stan)", "su", "NOUN", "Gender=Com|Number=Sing"),
        ("WW(pv,tgw,met-t)", "hd", "VERB", "Number=Sing|Tense=Pres|VerbForm=Fin"),
        ("WW(inf,vrij,zonder)", "hd", "VERB", "VerbForm=Inf"),
        ("VNW(aanw,det,stan,prenom,zonder,evon)", "det", "DET", ""),
        ("VNW(aanw,pron,stan,vol,3o,ev)", "su", "PRON", "Person=3|PronType=Dem"),
        ("VNW(refl,pron,obl,red,3,getal)", "se", "PRON", "Case=Acc|Person=3|PronType=Prs|Reflex=Yes"),
        ("TW(rang,prenom,stan)", "mod", "ADJ", ""),
        ("LET()", "--", "PUNCT", ""),
    ],
)
def test_tags_become_universal(postag: str, relation: str, upos: str, expected: str) -> None:
    tag = normalised(postag)
    assert part_of_speech(tag, relation) == upos
    assert features(tag, upos) == expected


def test_an_unknown_tag_is_refused() -> None:
    with pytest.raises(ValueError, match="QQ"):
        part_of_speech("QQ|x", "su")


@pytest.mark.parametrize(
    ("lemma", "form", "tag", "expected"),
    [
        ("raad_lid", "raadsleden", PLURAL, "raadslid"),
        ("regel_geving", "Regelgeving", "N|soort|ev|basis|zijd|stan", "regelgeving"),
        ("vast_stellen", "vastgesteld", PARTICIPLE, "vaststellen"),
        ("vast_stellen", "stelt", FINITE, "stellen"),
        ("plan", "plannen", PLURAL, "plan"),
    ],
)
def test_treebank_lemma_is_written_as_the_word_is(lemma: str, form: str, tag: str, expected: str) -> None:
    assert written_lemma(lemma, form, tag) == expected


def annotated(*words: tuple[str, str, str]) -> Sentence:
    return Sentence("test", tuple(Token(form, lemma, tag, "X", "") for form, lemma, tag in words))


def test_learnt_endings_carry_over_to_new_words_and_keep_exceptions(tmp_path: Path) -> None:
    participles = [
        ("ingesteld", "in_stellen"),
        ("ingedeeld", "in_delen"),
        ("uitgedeeld", "uit_delen"),
        ("gedeeld", "delen"),
    ]
    known = [(form, lemma, PARTICIPLE) for form, lemma in [*participles, ("opgesteld", "op_stellen")]]
    known += [("organisaties", "organisatie", PLURAL), ("relaties", "relatie", PLURAL), ("steden", "stad", PLURAL)]
    known += [(form, lemma, PARTICIPLE) for form, lemma in [("uitgeteld", "uit_tellen"), ("opgeteld", "op_tellen")]]
    rules = learn([annotated(*known)])
    rules.particles = ("vast", *rules.particles, "in", "uit", "op")
    EndingLemmatizer(rules).to_disk(tmp_path / "lemmas")
    again = EndingLemmatizer().from_disk(tmp_path / "lemmas").rules
    assert again.lemma("vastgesteld", PARTICIPLE) == "vaststellen"
    assert again.lemma("Beheerorganisaties", PLURAL) == "beheerorganisatie"
    assert again.lemma("steden", PLURAL) == "stad"
    assert again.lemma("BZK", "SPEC|afk") == "BZK"


def test_dressed_copies_stay_trees() -> None:
    news = Sentence(
        "test",
        (
            Token("De", "de", "LID|bep|stan|rest", "DET", "", 2, "det"),
            Token("raad", "raad", "N|soort|ev|basis|zijd|stan", "NOUN", "", 3, "nsubj"),
            Token("besluit", "besluiten", FINITE, "VERB", "", 0, "root"),
            Token("zelf", "zelf", "BW", "ADV", "", 3, "advmod"),
            Token(".", ".", "LET", "PUNCT", "", 3, "punct"),
        ),
    )
    copies = list(in_agreement_dress([news] * 200, 1.0, seed=3))
    assert len(copies) == 200
    assert {"Raad", "de", ";", "•"} <= {form for copy in copies for form in copy.forms}
    for copy in copies:
        verb = next(number for number, token in enumerate(copy.tokens, 1) if token.relation == "root")
        assert copy.tokens[verb - 1].form == "besluit"
        assert all(token.head in {verb, 0} or token.upos == "DET" for token in copy.tokens)


def test_reads_conllu_and_leaves_out_known_sentences(tmp_path: Path) -> None:
    lines = ["# sent_id = a", "1-2\tvan de\t_", "1\tvan\tvan\tADP\tVZ|init\tExtPos=ADP\t2\tcase\t_\t_"]
    lines += ["2\traad\traad\tNOUN\tN|soort\tNumber=Sing\t0\troot\t_\t_", ""]
    path = tmp_path / "x.conllu.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    (sentence,) = read_conllu(path)
    assert sentence.source == "a"
    assert [(token.form, token.head, token.features) for token in sentence.tokens] == [
        ("van", 2, ""),
        ("raad", 0, "Number=Sing"),
    ]
    assert sentence.tagged
    assert sentence.parsed
    assert list(without([sentence], [sentence])) == []
