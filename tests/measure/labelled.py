"""Statements that are labelled or predicted, and the names under which two take an actor as the same one."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NORMS = frozenset({"duty", "power", "permission", "prohibition"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, labelled or predicted, with what is compared of it.

    ``bearers`` are names, ``keys`` the same actors in the form in which they are compared. ``sure`` is False for a
    label that counts neither way; ``rules`` and ``confidence`` are of predictions.
    """

    document: str
    section: str
    start: int
    end: int
    text: str
    kind: str
    bearers: tuple[str, ...]
    keys: frozenset[str]
    counterparties: tuple[str, ...]
    deadline: str | None
    condition: str | None
    sure: bool = True
    rules: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def norm(self) -> bool:
        """Whether it is of a kind that has a bearer to be right about."""
        return self.kind in NORMS


@dataclass(frozen=True, slots=True)
class Names:
    """Which names stand for one actor: everywhere, and in single documents."""

    everywhere: Mapping[str, str] = field(default_factory=dict)
    within: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def keys(self, document: str, names: Iterable[str]) -> frozenset[str]:
        """The actors that ``names`` stand for in ``document``, as comparable keys."""
        local = self.within.get(document, {})
        folded = (fold(name) for name in names if name)
        return frozenset(local.get(key) or self.everywhere.get(key, key) for key in folded)


def fold(name: str) -> str:
    """A name without accents, case, punctuation and article."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"^(?:de|het|een|elke|the) ", "", re.sub(r"[^a-z0-9]+", " ", plain).strip())


def read_names(path: Path) -> Names:
    """The names in a JSON object: other names by name, for everywhere or by document."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Names(
        everywhere=_table({name: others for name, others in content.items() if isinstance(others, list)}),
        within={name: _table(groups) for name, groups in content.items() if isinstance(groups, dict)},
    )


def _table(groups: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {fold(each): fold(name) for name, others in groups.items() for each in (name, *others)}


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def labels_of(records: Iterable[Mapping[str, Any]], names: Names) -> list[Statement]:
    """Labels, as records of the form in which they are kept, as statements."""
    return [
        Statement(
            document=record["document"],
            section=record.get("section") or "",
            start=record["span"][0],
            end=record["span"][1],
            text=record.get("quote") or f"{record.get('first', '')} …",
            kind=record["kind"],
            bearers=tuple(record["bearer"]),
            keys=names.keys(record["document"], record["bearer"]),
            counterparties=tuple(record.get("counterparty") or ()),
            deadline=(record.get("deadline") or {}).get("value"),
            condition=record.get("condition"),
            sure=record.get("sure", True),
        )
        for record in records
    ]


def predictions_of(
    records: Iterable[Mapping[str, Any]], names: Names, rules: Mapping[str, Sequence[str]] | None = None
) -> list[Statement]:
    """Exported statements; ``rules`` are rule ids by the statement's id, where the records themselves have none."""
    return [
        Statement(
            document=record["document"],
            section=record.get("section") or "",
            start=record["start"],
            end=record["end"],
            text=record["text"],
            kind=record["kind"],
            bearers=tuple(bearer["label"] for bearer in record["bearers"]),
            keys=names.keys(record["document"], (bearer["label"] for bearer in record["bearers"])),
            counterparties=tuple(party["label"] for party in record.get("counterparties") or ()),
            deadline=(record.get("deadline") or {}).get("value"),
            condition=record.get("condition"),
            rules=tuple(record.get("rules") or (rules or {}).get(record.get("id", ""), ())),
            confidence=record["confidence"],
        )
        for record in records
    ]
