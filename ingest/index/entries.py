"""What can be found in an agreement: its clauses, each with the words of its place and what was read from it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rdflib import RDF, Graph
from rdflib.term import Node as RdfNode

from ingest.index.places import Context, placed_texts
from ingest.model.agreement import ManifestEntry, Source
from ingest.model.text import MappedText, Span
from ingest.model.tree import Node
from ingest.understand.sentences import sentences
from ontology.namespaces import AG

BEARER, AMOUNT, MATRIX = "bearer", "amount", "matrix"
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause as it can be found.

    ``text`` is the exact source from ``start`` to ``end``, ``words`` the same repaired for reading; ``context`` holds
    the headings, the lead-in and the heads of the table above it, ``title`` what tells its agreement from others.
    Where the clause is a statement or a row of a matrix ``statement`` is its IRI, ``kind`` its kind (None for a row),
    ``actors`` the IRIs of who has a part in it and ``earliest`` and ``latest`` the days that its deadline can denote.
    ``traits`` say what it can answer: its kind, the type of its deadline, BEARER, AMOUNT and MATRIX.
    """

    document: str
    section: str
    start: int
    end: int
    text: str
    words: str
    context: str
    title: str
    statement: str | None = None
    kind: str | None = None
    actors: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A statement or a row of a matrix as the graph holds it."""

    span: Span
    section: str
    iri: str
    kind: str | None
    actors: tuple[str, ...]
    earliest: str | None
    latest: str | None
    traits: tuple[str, ...]


def entries(entry: ManifestEntry, source: Source, tree: Node, sections: Mapping[str, str], graph: Graph) -> list[Entry]:
    """Everything that can be found in one agreement, in reading order.

    A sentence in which statements were read is found as those statements and as what is left of it, any other
    sentence as itself. ``graph`` is the agreement's own graph, ``sections`` gives the place of each node by eId.
    """
    read = sorted(_all_read(graph), key=lambda one: one.span)
    title = f"{entry.title} {entry.dated or ''}".strip()
    found = []
    for node, text, context in placed_texts(tree):
        for sentence in sentences(text):
            for part, one in _parts(sentence, read):
                if sum(map(str.isalpha, part.text)) >= _LEAST_LETTERS:
                    plain = _entry(source, sections.get(node.eid, ""), sentence, part, context, title)
                    found.append(plain if one is None else _with_reading(plain, one))
    return found


def _entry(source: Source, section: str, sentence: MappedText, part: MappedText, context: Context, title: str) -> Entry:
    span = part.span()
    around = () if len(part.text) == len(sentence.text) else (sentence.text,)
    return Entry(
        document=source.document,
        section=section,
        start=span.start,
        end=span.end,
        text=span.of(source.text),
        words=part.text,
        context="\n".join((*context, *around)),
        title=title,
    )


def _with_reading(entry: Entry, read: _Read) -> Entry:
    return replace(
        entry,
        section=read.section,
        statement=read.iri,
        kind=read.kind,
        actors=read.actors,
        earliest=read.earliest,
        latest=read.latest,
        traits=read.traits,
    )


def _parts(sentence: MappedText, read: Sequence[_Read]) -> Iterator[tuple[MappedText, _Read | None]]:
    """The statements in a sentence, and between them the words that none of them has."""
    done, whole = 0, sentence.span()
    for one in _overlapping(read, whole):
        start = max(done, bisect_left(sentence.offsets, one.span.start))
        end = bisect_left(sentence.offsets, one.span.end)
        if start >= end:
            continue
        yield sentence.slice(done, start), None
        yield sentence.slice(start, end), one
        done = end
    yield sentence.slice(done, len(sentence.text)), None


def _overlapping(read: Sequence[_Read], span: Span) -> Iterator[_Read]:
    first = bisect_left(read, span.start, key=lambda one: one.span.start)
    while first > 0 and read[first - 1].span.end > span.start:
        first -= 1
    for one in read[first:]:
        if one.span.start >= span.end:
            return
        yield one


def _all_read(graph: Graph) -> Iterator[_Read]:
    for subject in graph.subjects(RDF.type, AG.Statement):
        involved = [graph.value(part, AG.actor) for part in graph.objects(subject, AG.involves)]
        bearers = list(graph.objects(subject, AG.bearer))
        kind = str(graph.value(subject, AG.kind))
        time = graph.value(subject, AG.hasDeadline)
        form = None if time is None else str(graph.value(time, AG.deadlineType)).rpartition("deadline-type-")[2]
        marks = (kind, form, BEARER if bearers else None, AMOUNT if (subject, AG.hasAmount, None) in graph else None)
        yield _one_read(graph, subject, [*bearers, *involved], kind, tuple(filter(None, marks)))
    for row in graph.subjects(RDF.type, AG.Responsibility):
        cells = [cell for cell in graph.objects(row, AG.assigns) if graph.value(cell, AG.letter)]
        yield _one_read(graph, row, [graph.value(cell, AG.actor) for cell in cells], None, (MATRIX, BEARER))


def _one_read(
    graph: Graph, node: RdfNode, actors: Iterable[RdfNode | None], kind: str | None, traits: tuple[str, ...]
) -> _Read:
    time = graph.value(node, AG.hasDeadline)
    days = [None if time is None else graph.value(time, part) for part in (AG.earliest, AG.latest)]
    earliest, latest = (None if day is None else str(day) for day in days)
    return _Read(
        span=Span(int(str(graph.value(node, AG.start))), int(str(graph.value(node, AG.end)))),
        section=str(graph.value(node, AG.section)),
        iri=str(node),
        kind=kind,
        actors=tuple(sorted({str(actor) for actor in actors if actor is not None})),
        earliest=earliest,
        latest=latest,
        traits=traits,
    )
