"""Texts for the tests of the understanding stage: the corpus once, and small agreements through the real path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.manifest import read_manifest
from ingest.model.actors import Actor
from ingest.model.agreement import ActorHint, AgreementKind, Manifest, ManifestEntry, Source
from ingest.model.statements import Statement
from ingest.model.text import MappedText
from ingest.model.tree import Node
from ingest.model.understood import UnderstoodAgreement
from ingest.read import read_source
from ingest.structure import structure
from ingest.understand import ActorRegistry, join, mine_agreement, understand_agreement
from ingest.understand.actors.evidence import NameEvidence, mine
from ingest.understand.analysis import Analysed, analyse

ROOT = Path(__file__).resolve().parents[3]
KNOWN = ("raad", "bestuur", "partner", "directeur", "Waterkring", "afdeling")


def mapped(text: str) -> MappedText:
    """``text`` as a source of its own."""
    return MappedText(text, tuple(range(len(text))))


@cache
def sentence(text: str) -> Analysed:
    """One sentence with its tokens."""
    return next(analyse([mapped(text)]))


def entry(document: str = "proef", kind: AgreementKind = AgreementKind.AGREEMENT) -> ManifestEntry:
    """The manifest's line for a made-up agreement."""
    return ManifestEntry(document, Path(f"{document}.txt"), "Proefovereenkomst", "0", kind=kind)


def tree(text: str, document: str = "proef", media_type: str = "text/plain") -> Node:
    """The tree of ``text``."""
    return structure(Source(document, text, "0", "utf-8", media_type))


def evidence(text: str, document: str = "proef") -> NameEvidence:
    """What one block of text shows about who acts."""
    return mine(document, [text])


def registry(*texts: str, hints: Iterable[str] = ()) -> ActorRegistry:
    """The actors of agreements "a", "b", … of one block each."""
    found = [mine("abcdefghij"[index], [text]) for index, text in enumerate(texts)]
    return join(found, [ActorHint(name) for name in hints])


def labels(actors: Iterable[Actor]) -> set[str]:
    """The labels of actors."""
    return {actor.label for actor in actors}


@dataclass(frozen=True)
class Read:
    """A made-up agreement as understood, with the registry of its actors."""

    understood: UnderstoodAgreement
    registry: ActorRegistry

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements in reading order."""
        return self.understood.statements

    def label(self, key: str) -> str:
        """The label of an actor."""
        return self.registry.actors[key].label

    def bearers(self, statement: Statement) -> list[str]:
        """The labels of who bears a statement."""
        return [self.label(key) for key in statement.bearers]

    def said(self, words: str) -> Statement:
        """The one statement whose text holds ``words``."""
        (found,) = [s for s in self.statements if words in " ".join(s.text.split())]
        return found

    def borne(self, words: str) -> list[str]:
        """The labels of who bears the one statement whose text holds ``words``."""
        return self.bearers(self.said(words))

    @property
    def relations(self) -> set[tuple[str, str, str]]:
        """Type, subject and object of every relation, by label (the agreement itself by id)."""
        found = set()
        for one in self.understood.relations:
            other = one.object if one.object == one.document else self.label(one.object)
            found.add((one.type.value, self.label(one.subject), other))
        return found


def understand(
    text: str,
    kind: AgreementKind = AgreementKind.AGREEMENT,
    known: Iterable[str] = KNOWN,
    document: str = "proef",
    media_type: str = "text/plain",
    *,
    classified: bool = False,
) -> Read:
    """``text`` through all steps, by default without the classifier; ``known`` are actors that a person named."""
    about, source = entry(document, kind), Source(document, text, "0", "utf-8", media_type)
    root = structure(source)
    actors = join([mine_agreement(about, root)], [ActorHint(name) for name in known])
    return Read(understand_agreement(about, source, root, actors, {}, classified=classified), actors)


@dataclass(frozen=True)
class Corpus:
    """The five agreements, understood together."""

    manifest: Manifest
    trees: dict[str, Node]
    registry: ActorRegistry
    understood: dict[str, UnderstoodAgreement]

    def of(self, stem: str) -> Read:
        """The agreement whose id begins with ``stem``."""
        (found,) = [one for name, one in self.understood.items() if name.startswith(stem)]
        return Read(found, self.registry)


@cache
def corpus() -> Corpus:
    """The corpus of the project, understood once."""
    manifest = read_manifest(ROOT / "corpus")
    sources = {one.id: read_source(one) for one in manifest.entries}
    trees = {name: structure(source) for name, source in sources.items()}
    actors = join([mine_agreement(one, trees[one.id]) for one in manifest.entries], manifest.actors)
    titles = {one.id: one.title for one in manifest.entries}
    understood = {
        one.id: understand_agreement(one, sources[one.id], trees[one.id], actors, titles) for one in manifest.entries
    }
    return Corpus(manifest, trees, actors, understood)
