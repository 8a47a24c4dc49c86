"""Writes the pages about the vocabulary and the named questions: ``python -m ontology.docs [FOLDER]``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import URIRef
from rdflib.term import Node

from ontology.loading import vocabulary
from ontology.namespaces import AG, OWL, PREFIXES, RDF, RDFS, SKOS
from ontology.queries import NamedQuery, queries

_INTRODUCTION = f"""# Vocabulary

Written from the Turtle in `ontology/` by `python -m ontology.docs`; a test fails when this page lags behind.

Prefix `ag:` is `{AG}`; things live under `{PREFIXES["agd"]}`.
Each agreement has a named graph of its own (`graph/<document id>`); the names of all actors stand in `graph/actors`,
the build in `graph/run`, what contradicts what in `graph/contradictions`. How our terms stand to ODRL, LegalRuleML,
FLINT and the Juridisch Analyseschema is told in `ontology/alignments.ttl`.

## Reused as they are

| what | with |
| --- | --- |"""

_REUSED = (
    ("place of a provision in its agreement", "`eli:is_part_of`"),
    (
        "title, date, language, id and origin of an agreement",
        "`dcterms:title`, `dcterms:date`, `dcterms:language`, `dcterms:identifier`, `dcterms:source`",
    ),
    ("source file of an agreement", "`dcterms:hasFormat` an `eli:Format`"),
    (
        "who fills a role, is a member or chairs, and when",
        "`org:Membership` with `org:member`, `org:role` or `org:organization`, `org:memberDuring`; a chair has the"
        " role `ag:chair`",
    ),
    ("who represents whom", "`prov:qualifiedDelegation` a `prov:Delegation` with `prov:agent`"),
    (
        "who is party to an agreement",
        "`prov:qualifiedAttribution` a `prov:Attribution` with `prov:agent` and `prov:hadRole ag:party`",
    ),
    (
        "the words that are the evidence",
        "`oa:Annotation` whose body is the statement and whose target selects position and quote in the source, which"
        " is named by its SHA-256 digest; `prov:wasQuotedFrom`",
    ),
    (
        "names of actors and of defined terms",
        "`skos:prefLabel`, `skos:altLabel`, `skos:definition`; within an agreement's graph `rdfs:label`",
    ),
    ("value of an amount", "`schema:value`, `schema:currency`"),
    ("length of a period", "`time:hasXSDDuration`"),
    ("the build", "`prov:Activity`"),
)


def vocabulary_page() -> str:
    """The page about classes, properties and code lists, as Markdown."""
    return "\n".join([_INTRODUCTION, *_reused(), *_classes(), *_properties(), *_code_lists()])


def questions_page() -> str:
    """The page about the named questions, as Markdown."""
    lines = [
        "# Named questions",
        "",
        "Written from `ontology/queries/*.rq` by `python -m ontology.docs`; a test fails when this page lags behind.",
        "A parameter in brackets may be left out. Several values are alternatives; of several words all must occur.",
        "",
        "| id | question | parameters |",
        "| --- | --- | --- |",
    ]
    lines += [f"| `{q.id}` | {q.title_en}<br>*{q.title_nl}* | {_parameters(q)} |" for q in queries().values()]
    return "\n".join([*lines, ""])


def _parameters(named: NamedQuery) -> str:
    shown = ((p, f"`{p.name}`" if p.required else f"[`{p.name}`]") for p in named.parameters)
    return "<br>".join(f"{name} {parameter.type}: {parameter.meaning_en}" for parameter, name in shown)


def _reused() -> Iterator[str]:
    return (f"| {what} | {how} |" for what, how in _REUSED)


def _classes() -> Iterator[str]:
    yield from _table("Classes", ("class", "is a kind of"), _terms(OWL.Class), RDFS.subClassOf)


def _properties() -> Iterator[str]:
    terms = [*_terms(OWL.ObjectProperty), *_terms(OWL.DatatypeProperty)]
    yield from _table("Properties", ("property", "from → to"), sorted(terms), None)


def _table(title: str, heads: tuple[str, str], terms: Iterable[URIRef], parent: URIRef | None) -> Iterator[str]:
    yield f"\n## {title}\n"
    yield f"| {heads[0]} | Dutch · English | definition | example | {heads[1]} |"
    yield "| --- | --- | --- | --- | --- |"
    for term in terms:
        last = ", ".join(sorted(_short(p) for p in vocabulary().objects(term, parent))) if parent else _ends(term)
        labels = f"{_text(term, RDFS.label, 'nl')} · {_text(term, RDFS.label, 'en')}"
        yield f"| `{_short(term)}` | {labels} | {_text(term, SKOS.definition, 'en')} | {_example(term)} | {last} |"


def _code_lists() -> Iterator[str]:
    yield "\n## Code lists\n\nThe value is what records and the web API write."
    for scheme in _terms(SKOS.ConceptScheme):
        yield f"\n### {_text(scheme, SKOS.prefLabel, 'en').capitalize()}\n\n{_text(scheme, SKOS.definition, 'en')}\n"
        yield "| value | code | Dutch · English | definition | example |"
        yield "| --- | --- | --- | --- | --- |"
        for code in sorted(vocabulary().subjects(SKOS.inScheme, scheme), key=str):
            labels = f"{_text(code, SKOS.prefLabel, 'nl')} · {_text(code, SKOS.prefLabel, 'en')}"
            value, definition = vocabulary().value(code, SKOS.notation), _text(code, SKOS.definition, "en")
            yield f"| {value} | `{_short(code)}` | {labels} | {definition} | {_example(code)} |"
    yield ""


def _terms(kind: URIRef) -> list[URIRef]:
    return sorted(term for term in vocabulary().subjects(RDF.type, kind) if isinstance(term, URIRef))


def _text(term: Node, predicate: URIRef, language: str) -> str:
    found = (text for text in vocabulary().objects(term, predicate) if getattr(text, "language", None) == language)
    return str(next(found))


def _example(term: Node) -> str:
    return str(vocabulary().value(term, SKOS.example))


def _ends(term: URIRef) -> str:
    domain, range_ = (vocabulary().value(term, end) for end in (RDFS.domain, RDFS.range))
    return f"{_short(domain) if domain else '…'} → {_short(range_) if range_ else '…'}"


def _short(term: Node) -> str:
    return next((str(term).replace(iri, f"{prefix}:") for prefix, iri in PREFIXES.items() if str(term).startswith(iri)))


def main(folder: Path) -> None:
    """Write both pages into ``folder``."""
    for name, page in (("vocabulary.md", vocabulary_page()), ("questions.md", questions_page())):
        (folder / name).write_text(page, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
