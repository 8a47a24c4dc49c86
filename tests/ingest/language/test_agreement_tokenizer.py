import pytest

from ingest.language import blank_pipeline

NLP = blank_pipeline()

CASES = [
    ("De OBO's en OBO’s van het DSO-LV", ["De", "OBO's", "en", "OBO’s", "van", "het", "DSO-LV"]),
    ("Programma's en SLA’s m.b.t. beheer.", ["Programma's", "en", "SLA’s", "m.b.t.", "beheer", "."]),
    ("uiterlijk 1-1-2023 of 1.1.2023.", ["uiterlijk", "1-1-2023", "of", "1.1.2023", "."]),
    ("bedoeld in artikel 5.4.", ["bedoeld", "in", "artikel", "5.4", "."]),
    ("d.m.v. overleg, c.q. mediation", ["d.m.v.", "overleg", ",", "c.q.", "mediation"]),
    ("M.b.t. de kosten d.d. 13 september 2018.", ["M.b.t.", "de", "kosten", "d.d.", "13", "september", "2018", "."]),
    ("€ 25,9 mln. in 2019 t/m 2023", ["€", "25,9", "mln.", "in", "2019", "t/m", "2023"]),
    ("de (raam)overeenkomst en (raam)overeenkomst(en)", ["de", "(raam)overeenkomst", "en", "(raam)overeenkomst(en)"]),
    ("het (ICT-)project (IPO)", ["het", "(ICT-)project", "(", "IPO", ")"]),
    ("de organisatie(s), beheerder(s)", ["de", "organisatie(s)", ",", "beheerder(s)"]),
    ("continue door-ontwikkeling", ["continue", "door-ontwikkeling"]),
    ("wet- en regelgeving", ["wet-", "en", "regelgeving"]),
    ("(doen) uitvoeren (helpdesk)", ["(", "doen", ")", "uitvoeren", "(", "helpdesk", ")"]),
    ("te 's-Gravenhage", ["te", "'s-Gravenhage"]),
    ("a. het beheer;", ["a.", "het", "beheer", ";"]),
    ("b) de begroting", ["b)", "de", "begroting"]),
    ("(3) autonoom met melding", ["(3)", "autonoom", "met", "melding"]),
    ("5.4. Escalatie", ["5.4.", "Escalatie"]),
    ("• Opstellen van het plan", ["•", "Opstellen", "van", "het", "plan"]),
    ("lid 3. Het plan", ["lid", "3", ".", "Het", "plan"]),
]


@pytest.mark.parametrize(("text", "words"), CASES, ids=[text for text, _ in CASES])
def test_splits_the_text_of_agreements(text: str, words: list[str]) -> None:
    doc = NLP(text)
    assert [token.text for token in doc] == words
    assert doc.text == text


def test_every_abbreviation_is_one_word_with_and_without_capital() -> None:
    for word in ("z.s.m.", "Z.s.m.", "i.o.m.", "t.b.v.", "bijv.", "Art.", "resp."):
        assert [token.text for token in NLP(f"x {word} y")] == ["x", word, "y"]
