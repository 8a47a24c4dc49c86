"""Clauses and links as triples: what the rules ask. They live only while the rules are asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.compare.actors import Kin, Match
from ingest.compare.differences import difference, shown
from ingest.compare.pairs import View, case_match, layer_match, same_object, shared_part, slot_matches, view
from ingest.model.comparison import Clause, ClauseNature, Comparable, Link, LinkKind
from ingest.model.statements import Kind
from ontology.namespaces import COMPARISON, ID

_XSD = "http://www.w3.org/2001/XMLSchema#"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_LEAST_SAME_TASK = 0.7
Value = str | int | float | bool


def facts(clauses: Sequence[Clause], links: Sequence[Link], kin: Kin) -> Iterator[str]:
    """The lines, as N-Triples, on every link that a rule may have a question about and on the clauses that it joins."""
    views: dict[int, View] = {}
    for number, link in enumerate(links):
        for position in (link.left, link.right):
            if position not in views:
                views[position] = view(clauses[position])
        left, right = views[link.left], views[link.right]
        bearers = kin.match(left.clause.bearers, right.clause.bearers)
        if _worth(link, left, right, bearers):
            yield from _link_facts(number, link, left, right, bearers, kin)
    rare = _exceptional(clauses)
    for position in sorted(views):
        yield from _clause_facts(position, clauses[position])
        if position in rare:
            yield _fact(clause_iri(position), "exceptional", True)


def clause_iri(position: int) -> str:
    """The name of the clause at this position while rules are asked."""
    return f"{ID}clause/{position}"


def slot_iri(position: int, turn: int) -> str:
    """The name of one comparable slot of the clause at this position while rules are asked."""
    return f"{ID}clause/{position}/slot/{turn}"


def _exceptional(clauses: Sequence[Clause]) -> set[int]:
    """The rows whose accountable party is another than that of most rows of their table."""
    tables: dict[tuple[str, str], list[tuple[int, frozenset[str]]]] = {}
    for position, clause in enumerate(clauses):
        if clause.nature is ClauseNature.ROW:
            held = frozenset(s.value for s in clause.comparables if s.slot == "letter" and s.key == "A")
            tables.setdefault((clause.document, clause.group), []).append((position, held))
    found = set()
    for rows in tables.values():
        (usual, often), *_ = Counter(held for _, held in rows).most_common(1)
        if often > len(rows) / 2:
            found |= {position for position, held in rows if held and not held & usual}
    return found


def _worth(link: Link, left: View, right: View, bearers: Match) -> bool:
    """Whether some rule can have a question about the link; most that share a topic agree in all they say."""
    if link.kind is not LinkKind.TOPIC:
        return True
    if any(left.values[slot] != right.values[slot] for slot in left.values.keys() & right.values.keys()):
        return True
    if ("strength" in left.values) != ("strength" in right.values):
        return True
    if bearers is Match.DISJOINT and link.score >= _LEAST_SAME_TASK:
        return left.clause.document != right.clause.document
    return Kind.PROHIBITION in (left.clause.kind, right.clause.kind)


def _link_facts(number: int, link: Link, left: View, right: View, bearers: Match, kin: Kin) -> Iterator[str]:
    name = f"{ID}link/{number}"
    one, other = left.clause, right.clause
    yield _joined(name, "alignsFirst", clause_iri(link.left))
    yield _joined(name, "alignsSecond", clause_iri(link.right))
    for side in {link.left, link.right}:
        yield _joined(name, "aligns", clause_iri(side))
    yield _fact(name, "alignmentKind", str(link.kind))
    yield _fact(name, "alignmentScore", float(link.score))
    yield _fact(name, "sameDocument", one.document == other.document)
    yield _fact(name, "sameSection", (one.document, one.section) == (other.document, other.section))
    yield _fact(name, "sameGroup", bool(one.group) and (one.document, one.group) == (other.document, other.group))
    yield _fact(name, "bearerMatch", str(bearers))
    yield _fact(name, "othersMatch", str(kin.match(left.others, right.others)))
    yield _fact(name, "sharedPart", shared_part(left, right))
    yield _fact(name, "caseMatch", case_match(left, right))
    yield _fact(name, "layerMatch", layer_match(left, right))
    for slot in left.values.keys() & right.values.keys():
        yield _fact(name, "compares", slot)
    for predicate, slot in slot_matches(left, right, kin):
        yield _fact(name, predicate, slot)
    if link.kind is LinkKind.ROW:
        yield _fact(name, "sharedObject", same_object(left, right))
    if link.kind is LinkKind.DROPPED:
        yield _fact(name, "dropped", shown(one))
    if link.kind is LinkKind.VERSION:
        differs = difference(one, other)
        yield _fact(name, "dropped", differs.dropped)
        yield _fact(name, "added", differs.added)
        yield _fact(name, "differenceWeight", differs.weight)


def _clause_facts(position: int, clause: Clause) -> Iterator[str]:
    name = clause_iri(position)
    yield _fact(name, "nature", str(clause.nature))
    yield _fact(name, "documentId", clause.document)
    yield _fact(name, "position", position)
    yield _fact(name, "wordCount", len(clause.terms))
    if clause.kind is not None:
        yield _fact(name, "kind", str(clause.kind))
    for act in clause.acts:
        yield _fact(name, "act", act)
    for actor in clause.bearers:
        yield _fact(name, "bearerKey", actor)
    for actor in clause.actors:
        yield _fact(name, "actorKey", actor)
    if clause.nature is ClauseNature.ROW:
        held = {slot.key for slot in clause.comparables if slot.slot == "letter"}
        for letter in sorted({"A", "R"} - held):
            yield _fact(name, "lacksLetter", letter)
    for turn, slot in enumerate(clause.comparables):
        yield from _slot_facts(name, slot_iri(position, turn), slot)


def _slot_facts(clause: str, name: str, slot: Comparable) -> Iterator[str]:
    yield _joined(clause, "hasSlot", name)
    yield _fact(name, "slotName", slot.slot)
    yield _fact(name, "slotKey", slot.key)
    yield _fact(name, "slotValue", slot.value)
    yield _fact(name, "slotWords", " ".join(slot.words.split()))
    if slot.slot == "period" and slot.key:
        yield _fact(name, "periodYears", float(slot.key))
    if slot.number is not None:
        yield _fact(name, "slotNumber", slot.number)
    if slot.upper is not None:
        yield _fact(name, "slotUpper", slot.upper)


def _joined(name: str, predicate: str, other: str) -> str:
    return f"<{name}> <{COMPARISON}{predicate}> <{other}> .\n"


def _fact(name: str, predicate: str, value: Value) -> str:
    if isinstance(value, bool):
        literal = f'"{str(value).lower()}"^^<{_XSD}boolean>'
    elif isinstance(value, int):
        literal = f'"{value}"^^<{_XSD}integer>'
    elif isinstance(value, float):
        literal = f'"{value!r}"^^<{_XSD}double>'
    else:
        literal = f'"{value.translate(_ESCAPES)}"'
    return f"<{name}> <{COMPARISON}{predicate}> {literal} .\n"
