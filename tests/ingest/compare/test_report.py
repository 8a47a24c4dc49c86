"""What is reported of a pair: its key, scope, status, sides and sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora import compared, found_in

from ingest.compare import pair_key
from ingest.model.contradictions import (
    Contradiction,
    ContradictionScope,
    ContradictionStatus,
    ContradictionType,
    Side,
)
from ingest.model.text import Span

CHAIRED = "De stuurgroep Dijkbeheer vergadert onder voorzitterschap van de vertegenwoordiger van een van de gemeenten."
INDEPENDENT = "De stuurgroep Dijkbeheer heeft in de praktijk een onafhankelijke voorzitter."


def only(found: list[Contradiction], rule: str) -> Contradiction:
    (contradiction,) = [one for one in found if one.rule == rule]
    return contradiction


def side(document: str, text: str) -> Side:
    return Side(document, "1", Span(0, len(text)), text, "https://example.org/x")


def test_a_pair_has_one_key_in_either_order_and_another_for_other_words() -> None:
    one, other = side("a", "De raad kiest."), side("b", "Het bestuur  kiest.")
    assert pair_key(one, other) == pair_key(other, one)
    assert pair_key(one, other) == pair_key(one, side("b", "het bestuur kiest."))
    assert pair_key(one, other) != pair_key(one, side("b", "Het bestuur kiest niet."))


def test_what_a_report_found_is_practice_and_both_sides_are_exact_quotes(tmp_path: Path) -> None:
    found = only(compared([CHAIRED, INDEPENDENT], tmp_path, report=True), "chair-differs")
    assert (found.type, found.scope) == (ContradictionType.MEMBERSHIP, ContradictionScope.PRACTICE)
    assert found.status is ContradictionStatus.OPEN
    for one, number in ((found.a, 1), (found.b, 2)):
        text = (tmp_path / f"stuk-{number}.md").read_text(encoding="utf-8")
        assert one.document == f"stuk-{number}"
        assert one.span.of(text) == one.text
    assert "onafhankelijke voorzitter" in found.explanation_nl
    assert found.explanation_en.startswith("The chair of the same body")


def test_the_same_texts_give_the_same_list(tmp_path: Path) -> None:
    first = compared([CHAIRED, INDEPENDENT], tmp_path / "one", report=True)
    assert first == compared([CHAIRED, INDEPENDENT], tmp_path / "other", report=True)


def test_a_finding_that_a_later_agreement_settles_is_superseded(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    report = "Het waterschap Zuiderdal is op dit moment geen vaarwegbeheerder. De gemeente Laarveld is dat evenmin."
    later = "Het waterschap Zuiderdal vervult de rol van vaarwegbeheerder. De gemeente Laarveld betaalt."
    compared([report, later], folder)
    manifest = (folder / "corpus.toml").read_text(encoding="utf-8")
    stated = manifest.replace("date = 2029-01-01\n", 'date = 2029-01-01\nkind = "evaluation"\n')
    (folder / "corpus.toml").write_text(stated, encoding="utf-8")
    found = only(list(found_in(folder)), "role-held")
    assert found.status is ContradictionStatus.SUPERSEDED
    assert found.reason_nl == "Stuk 2 (2030-01-01) is van later dan de bevinding (2029-01-01)."
    assert found.reason_en == "Stuk 2 (2030-01-01) is later than the finding (2029-01-01)."


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("Deze overeenkomst vervangt Stuk 1.", ContradictionStatus.SUPERSEDED),
        ("Bij tegenstrijdigheid gaan de bepalingen van Stuk 1 voor.", ContradictionStatus.EXPLAINED),
        ("Deze overeenkomst vervangt niet de afspraken in Stuk 1.", ContradictionStatus.OPEN),
    ],
)
def test_agreements_settle_by_their_own_words(clause: str, status: ContradictionStatus, tmp_path: Path) -> None:
    one = "Het convenant van de gemeente Laarveld is juridisch bindend."
    other = f"Deze afspraken van de gemeente Laarveld zijn niet in rechte afdwingbaar.\n\n{clause}"
    found = only(compared([one, other], tmp_path, related=True), "enforceable-differs")
    assert found.status is status
    for reason, said in ((found.reason_nl, "overeenkomst"), (found.reason_en, "agreement")):
        assert (reason is None) == (status is ContradictionStatus.OPEN)
        assert reason is None or (said in reason and f"“{clause}”" in reason)


def test_agreements_of_strangers_are_not_compared(tmp_path: Path) -> None:
    one = "Het convenant van de gemeente Laarveld is juridisch bindend."
    other = "Deze afspraken van het waterschap Zuiderdal zijn niet in rechte afdwingbaar."
    assert compared([one, other], tmp_path / "strangers") == []
    assert compared([one, other], tmp_path / "kin", related=True)


def test_one_list_names_a_pair_once(tmp_path: Path) -> None:
    found = compared([CHAIRED, INDEPENDENT], tmp_path, report=True)
    assert len({one.key for one in found}) == len(found)
