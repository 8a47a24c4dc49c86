"""Names in a list of members, and clauses that only look like one."""

from __future__ import annotations

from api.ask.clauses import Clause, Place
from api.ask.who import listed


def labels(text: str, above: str = "") -> list[str]:
    clause = Clause(Place("proef", "1", 0, len(text), text, above, None, 1.0), "role", 0.9)
    return [actor.label for actor in listed(clause)]


def test_a_list_behind_a_colon_names_members() -> None:
    assert labels("Deelnemers: de havenmeester, de directeur (op verzoek) en accounthouder.") == [
        "havenmeester",
        "directeur",
        "accounthouder",
    ]


def test_an_item_below_a_heading_of_members_is_a_name() -> None:
    assert labels("de havenmeester;", "Leden van het havenoverleg:") == ["havenmeester"]


def test_clauses_below_such_a_heading_are_no_names() -> None:
    assert labels("maar het overleg heeft een andere opdracht, werkt apart en vergadert zelden", "Leden") == []
