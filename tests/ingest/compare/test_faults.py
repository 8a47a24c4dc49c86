"""One fault at several places: which pairs are said to repeat another."""

from __future__ import annotations

from pathlib import Path

from corpora import compared

from ingest.model.contradictions import Contradiction

CHAIRED = "De stuurgroep Dijkbeheer vergadert onder voorzitterschap van de vertegenwoordiger van een van de gemeenten."
AGAIN = "De voorzitter van de stuurgroep Dijkbeheer is een vertegenwoordiger van een van de gemeenten."
INDEPENDENT = "De stuurgroep Dijkbeheer heeft in de praktijk een onafhankelijke voorzitter."


def found(texts: list[str], folder: Path, rule: str, *, report: bool = False) -> list[Contradiction]:
    return [one for one in compared(texts, folder, report=report, related=not report) if one.rule == rule]


def test_a_value_that_stands_in_two_clauses_is_one_fault(tmp_path: Path) -> None:
    first, second = found([f"{CHAIRED}\n\n{AGAIN}", INDEPENDENT], tmp_path, "chair-differs", report=True)
    assert (first.repeats, second.repeats) == (None, first.key)


def test_a_clause_that_is_repeated_word_for_word_is_one_fault(tmp_path: Path) -> None:
    bound = "Dit convenant van de gemeente Laarveld is juridisch bindend."
    free = "Deze afspraken van de gemeente Laarveld zijn niet in rechte afdwingbaar."
    pairs = found([bound, free, f"{free[:-1]};"], tmp_path, "enforceable-differs")
    assert len(pairs) == 2
    assert [one.repeats for one in pairs] == [None, pairs[0].key]


def test_another_value_is_another_fault(tmp_path: Path) -> None:
    plans = [
        f"De gemeente Laarveld stelt het Uitvoeringsplan {years} vast."
        for years in ("2030-2031", "2030-2032", "2030-2033")
    ]
    pairs = found(plans, tmp_path, "title-period-differs")
    assert len(pairs) == 3
    assert {one.repeats for one in pairs} == {None}
