"""What holds for every agreement: the same outcome each time, evidence in the source, and no text that breaks it."""

from __future__ import annotations

import os
import tarfile
from itertools import pairwise
from pathlib import Path

import pytest
from understood_texts import ROOT, corpus, entry

from ingest.manifest import read_manifest
from ingest.model.agreement import AgreementKind, Source
from ingest.model.statements import NORMS, Kind
from ingest.model.tree import NodeKind
from ingest.model.understood import UnderstoodAgreement
from ingest.read import read_source
from ingest.structure import sections, structure
from ingest.understand import join, mine_agreement, understand_agreement

NAMES = [one.id for one in read_manifest(ROOT / "corpus").entries]
SHARED = Path(os.environ.get("AFSPRAKEN_SHARED", ROOT.parent / "shared"))


def regulations(folder: Path, count: int) -> list[Path]:
    """About ``count`` regulations, evenly drawn, unpacked in ``folder``; skips the test where they are not at hand."""
    archive = SHARED / "data" / "laws-nl-3000.tar.gz"
    if not archive.exists():
        pytest.skip("the archive of regulations is not at hand (AFSPRAKEN_SHARED or ../shared)")
    with tarfile.open(archive) as tar:
        members = [member for member in tar if member.name.endswith(".md") and member.size < 5_000]
        tar.extractall(folder, members[:: len(members) // count][:count], filter="data")
    return sorted(folder.rglob("*.md"))


def check(one: UnderstoodAgreement) -> None:
    """What every understood agreement promises."""
    nodes = {node.eid: node for node in one.tree.walk()}
    actors = {actor.key for actor in one.actors}
    text, places = one.source.text, set(sections(one.tree).values()) | {""}
    for statement in one.statements:
        assert statement.span.of(text) == statement.text
        assert statement.text.strip() == statement.text != ""
        assert nodes[statement.node].kind is not NodeKind.FURNITURE
        assert statement.section in places
        assert 0 < statement.confidence <= 1
        assert statement.rules
        assert len(set(statement.rules)) == len(statement.rules)
        assert {*statement.bearers, *(party.actor for party in statement.counterparties)} <= actors
        assert len(set(statement.bearers)) == len(statement.bearers)
        assert not set(statement.bearers) & {party.actor for party in statement.counterparties}
        assert statement.strength is None or statement.kind in NORMS
        assert statement.term is None or statement.kind is Kind.DEFINITION
    for relation in one.relations:
        assert relation.node in nodes
        assert relation.subject in actors
        assert relation.subject != relation.object
        assert relation.object in actors | {one.entry.id}
        assert 0 < relation.confidence <= 1


@pytest.mark.parametrize("name", NAMES)
def test_the_corpus_keeps_every_promise(name):
    check(corpus().understood[name])


@pytest.mark.parametrize("name", NAMES)
def test_statements_of_one_node_come_in_the_order_of_the_text(name):
    found = corpus().understood[name].statements
    assert len({(s.span.start, s.span.end, s.kind) for s in found}) == len(found)
    for before, after in pairwise(found):
        assert before.node != after.node or before.span.start < after.span.start


def test_understanding_twice_gives_equal_values():
    known = corpus()
    (about,) = [one for one in known.manifest.entries if one.id.startswith("meerpartijen")]
    titles = {one.id: one.title for one in known.manifest.entries}
    source = read_source(about)
    again = understand_agreement(about, source, structure(source), known.registry, titles)
    assert again == known.understood[about.id]


def test_the_order_of_agreements_does_not_change_the_registry():
    known = corpus()
    evidence = [mine_agreement(one, known.trees[one.id]) for one in known.manifest.entries]
    for turn in range(len(evidence)):
        turned = join([*evidence[turn:], *evidence[:turn]], known.manifest.actors)
        assert turned == known.registry
        assert list(turned.actors) == list(known.registry.actors)
    assert join(evidence[::-1], known.manifest.actors) == known.registry


def test_an_agreement_alone_names_the_same_people_as_among_others():
    known = corpus()
    (about,) = [one for one in known.manifest.entries if one.id.startswith("meerpartijen")]
    alone = join([mine_agreement(about, known.trees[about.id])])
    for name in ("SBO", "TBO", "OBO’s", "Partijen", "RWS", "minister van BZK"):
        assert alone.resolve(name, about.id) is not None
        assert known.registry.resolve(name, about.id) is not None
    assert alone.resolve("SBO", about.id).label.lower() == "strategische beheer organisatie"


def test_actors_of_the_registry_hang_together():
    registry = corpus().registry
    assert all(actor.key == key for key, actor in registry.actors.items())
    assert set(registry.names.values()) <= set(registry.actors)
    assert {key for names in registry.local.values() for key in names.values()} <= set(registry.actors)
    assert registry.capital <= set(registry.names)
    assert all(set(actor.documents) <= set(corpus().understood) for actor in registry.actors.values())
    assert all(actor.label not in actor.aliases for actor in registry.actors.values())
    assert all("/" not in key or registry.actors[key].documents == (key.split("/")[0],) for key in registry.actors)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "?",
        "€ € €",
        "De.",
        "a b c d e f g h i j k l m n o p",
        "De raad " * 400 + ".",
        "(((((((((((((((((((((((( hierna: (hierna: (",
        "| a | b |\n| --- | --- |\n|  |  |\n",
        "- \n- \n- \n",
        "Artikel 1\n\nArtikel 2\n\nArtikel 3",
        "De raad, de raad en de raad, hierna: de raad (raad), wordt door de raad: raad.",
        "日本語のテキスト。これは規則ではない。",
        "\ufeffDe raad besluit.\x0c\x0cDe raad betaalt.",
        "x" * 2_000,
    ],
)
@pytest.mark.parametrize("kind", [AgreementKind.AGREEMENT, AgreementKind.EVALUATION])
def test_any_text_is_understood_without_error(text, kind):
    source = Source("proef", text, "0", "utf-8", "text/plain")
    about, tree = entry(kind=kind), structure(source)
    check(understand_agreement(about, source, tree, join([mine_agreement(about, tree)]), {}))


def test_a_hundred_regulations_are_understood(tmp_path):
    sources = [
        Source(path.stem, path.read_text("utf-8"), "0", "utf-8", "text/markdown") for path in regulations(tmp_path, 100)
    ]
    assert len(sources) == 100
    read = [(entry(source.document), source, structure(source)) for source in sources]
    registry = join([mine_agreement(about, tree) for about, _, tree in read])
    stated = 0
    for about, source, tree in read:
        understood = understand_agreement(about, source, tree, registry, {})
        check(understood)
        stated += len(understood.statements)
    assert stated > 500
    assert len(registry.actors) > 100
