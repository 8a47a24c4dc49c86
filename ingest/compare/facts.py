"""Clauses and links as triples: what the rules ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.align.acts import layers
from ingest.align.words import is_content, plain_verbs, stem, words
from ingest.compare.actors import Kin, Match
from ingest.compare.differences import difference
from ingest.model.comparison import Clause, ClauseNature, Comparable, Link, LinkKind
from ingest.store import Iri, Literal, Triple
from ontology.namespaces import COMPARISON, ID, RDF

_OF_ACTORS = frozenset({"risk", "chooses", "adopts", "drafts", "on-behalf-of", "reports-to", "client-of"})
_NONE = "none:"
_SAME_OBJECT = 0.6
_XSD = "http://www.w3.org/2001/XMLSchema#"
Value = str | int | float | bool


def facts(clauses: Sequence[Clause], links: Sequence[Link], kin: Kin) -> Iterator[Triple]:
    """The triples of every link that a rule may have a question about, and of the clauses that it joins."""
    asked: set[int] = set()
    rare = _exceptional(clauses)
    for number, link in enumerate(links):
        left, right = clauses[link.left], clauses[link.right]
        bearers = kin.match(left.bearers, right.bearers)
        if _worth(link, left, right, bearers):
            asked |= {link.left, link.right}
            yield from _link_facts(number, link, left, right, bearers, kin)
    for position in sorted(asked):
        yield from _clause_facts(position, clauses[position])
        if position in rare:
            yield _fact(clause_iri(position), "exceptional", True)


def clause_iri(position: int) -> str:
    """The name of the clause at this position while rules are asked."""
    return str(ID[f"clause/{position}"])


def slot_iri(position: int, turn: int) -> str:
    """The name of one comparable slot of the clause at this position while rules are asked."""
    return str(ID[f"clause/{position}/slot/{turn}"])


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


def _worth(link: Link, left: Clause, right: Clause, bearers: Match) -> bool:
    if link.kind is not LinkKind.TOPIC:
        return True
    slots = {slot.slot for slot in left.comparables} & {slot.slot for slot in right.comparables}
    either = {slot.slot for slot in left.comparables} ^ {slot.slot for slot in right.comparables}
    return bool(slots - {"product"}) or "strength" in either or left.kind is not right.kind or bearers is Match.DISJOINT


def _link_facts(number: int, link: Link, left: Clause, right: Clause, bearers: Match, kin: Kin) -> Iterator[Triple]:
    name = str(ID[f"link/{number}"])
    yield _typed(name, str(COMPARISON.Alignment))
    yield Triple(Iri(name), Iri(str(COMPARISON.alignsFirst)), Iri(clause_iri(link.left)))
    yield Triple(Iri(name), Iri(str(COMPARISON.alignsSecond)), Iri(clause_iri(link.right)))
    for side in (link.left, link.right):
        yield Triple(Iri(name), Iri(str(COMPARISON.aligns)), Iri(clause_iri(side)))
    yield _fact(name, "alignmentKind", str(link.kind))
    yield _fact(name, "alignmentScore", link.score)
    yield _fact(name, "sameDocument", left.document == right.document)
    yield _fact(name, "sameSection", (left.document, left.section) == (right.document, right.section))
    yield _fact(name, "sameGroup", bool(left.group) and (left.document, left.group) == (right.document, right.group))
    yield _fact(name, "bearerMatch", str(bearers))
    yield _fact(name, "caseMatch", _case(left, right))
    yield _fact(name, "layerMatch", _layer(left, right))
    yield from _values(name, left, right, kin)
    if link.kind is LinkKind.ROW:
        yield _fact(name, "sharedObject", _same_object(left, right))
    if link.kind is LinkKind.VERSION:
        differs = difference(left, right)
        yield _fact(name, "dropped", differs.dropped)
        yield _fact(name, "added", differs.added)
        yield _fact(name, "differenceWeight", differs.weight)


def _same_object(left: Clause, right: Clause) -> bool:
    """Whether two activities share a word that is no verb: as a rule the first word or the last is one."""
    one, other = _object(left), _object(right)
    return len(one & other) >= _SAME_OBJECT * max(1, min(len(one), len(other)))


def _object(clause: Clause) -> set[str]:
    """The words of an activity without its verb, which stands first ("Plannen van ritten") or is a plain one."""
    found = [(word, stem(word)) for _, _, word in words(clause.text) if is_content(word)]
    verb = 1 if found and found[0][0].endswith("en") else 0
    return {term for _, term in found[verb:]} - plain_verbs()


def _values(name: str, left: Clause, right: Clause, kin: Kin) -> Iterator[Triple]:
    """On which slots the clauses share a value, and on which they name others."""
    one, other = _by_slot(left), _by_slot(right)
    for slot in sorted(one.keys() & other.keys()):
        if one[slot] & other[slot]:
            yield _fact(name, "agreesOn", slot)
        elif slot in _OF_ACTORS:
            match = kin.match(_actors(one[slot]), _actors(other[slot]))
            denied = any(value.startswith(_NONE) for value in one[slot] | other[slot])
            if match is Match.DISJOINT and not denied:
                yield _fact(name, "disjointOn", slot)
            elif match in (Match.OVERLAP, Match.SAME):
                yield _fact(name, "differsOn", slot)


def _actors(values: Iterable[str]) -> list[str]:
    """The actors in values of which each may name several: "a+b", "none:a"."""
    return sorted({actor for value in values for actor in value.removeprefix(_NONE).split("+")})


def _by_slot(clause: Clause) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for slot in clause.comparables:
        name = f"{slot.slot}-{slot.key}" if slot.slot == "letter" else slot.slot
        found.setdefault(name, set()).add(slot.value)
    return found


def _case(left: Clause, right: Clause) -> str:
    """Whether the clauses are confined to one case: "other" when their marks exclude each other."""
    marks = dict(mark.split(":", 1) for mark in left.contrasts)
    other = dict(mark.split(":", 1) for mark in right.contrasts)
    return "other" if any(other.get(group, mark) != mark for group, mark in marks.items()) else "same"


def _layer(left: Clause, right: Clause) -> str:
    """Whether the clauses speak of one layer of a task: "other" when they share no layer though both have one."""
    known = layers()
    one = {known.get(act, act) for act in left.acts}
    other = {known.get(act, act) for act in right.acts}
    if not one or not other:
        return "open"
    return "same" if one & other else "other"


def _clause_facts(position: int, clause: Clause) -> Iterator[Triple]:
    name = clause_iri(position)
    yield _typed(name, str(COMPARISON.Clause))
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
    for turn, slot in enumerate(clause.comparables):
        yield from _slot_facts(name, slot_iri(position, turn), slot)


def _slot_facts(clause: str, name: str, slot: Comparable) -> Iterator[Triple]:
    yield Triple(Iri(clause), Iri(str(COMPARISON.hasSlot)), Iri(name))
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


def _typed(name: str, kind: str) -> Triple:
    return Triple(Iri(name), Iri(str(RDF.type)), Iri(kind))


def _fact(name: str, predicate: str, value: Value) -> Triple:
    if isinstance(value, bool):
        literal = Literal(str(value).lower(), _XSD + "boolean")
    elif isinstance(value, int):
        literal = Literal(str(value), _XSD + "integer")
    elif isinstance(value, float):
        literal = Literal(repr(value), _XSD + "double")
    else:
        literal = Literal(value)
    return Triple(Iri(name), Iri(str(COMPARISON[predicate])), literal)
