"""Alignment: which clauses are held beside each other, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from ingest.align.meaning import Meanings
from ingest.align.neighbours import neighbours
from ingest.align.practice import practice
from ingest.align.related import Related
from ingest.align.topics import Topic, topics
from ingest.align.versions import versions
from ingest.model.comparison import Clause, ClauseNature, Link, LinkKind

KEYED = frozenset(
    {
        "chair",
        "sole-participant",
        "participant",
        "represented",
        "reports-to",
        "client-of",
        "enforceable",
        "court",
        "role",
        "title-period",
        "adopts",
        "chooses",
        "may-act",
        "starts",
        "audience",
        "drafts",
        "risk",
        "meeting",
        "termination",
        "agreement-term",
        "agreement-evaluation",
        "dispute",
    }
)
"""The slots whose key says by itself that two values belong beside each other."""
_FAMILY = {"sole-participant": "participant"}
_PER_VALUE = 3
_PER_KEY = 24
_KEYED_SCORE = 0.7


def align(clauses: Sequence[Clause], meanings: Meanings, related: Related) -> tuple[Link, ...]:
    """The links between ``clauses``, whose ``meanings`` are known, of agreements that are ``related``, best first."""
    spoken = list(topics(clauses))
    scores = {(topic.left, topic.right): topic.score for topic in spoken}
    links = [_topic_link(clauses, topic) for topic in spoken]
    links += _same_slot(clauses, scores)
    links += _presence(clauses)
    links += neighbours(clauses, meanings)
    links += practice(clauses, meanings, related)
    links += versions(clauses, scores)
    links = [link for link in links if related(clauses[link.left].document, clauses[link.right].document)]
    return tuple(sorted(links, key=lambda link: (-link.score, link.left, link.right, link.kind)))


def _topic_link(clauses: Sequence[Clause], topic: Topic) -> Link:
    left, right = clauses[topic.left], clauses[topic.right]
    kind = LinkKind.ROW if ClauseNature.ROW in (left.nature, right.nature) else LinkKind.TOPIC
    return Link(kind, topic.left, topic.right, topic.score, "shared: " + ", ".join(topic.shared))


def _same_slot(clauses: Sequence[Clause], scores: dict[tuple[int, int], float]) -> Iterator[Link]:
    groups: dict[tuple[str, str], dict[tuple[str, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, clause in enumerate(clauses):
        for slot in clause.comparables:
            if slot.slot in KEYED and slot.key:
                values = groups[_FAMILY.get(slot.slot, slot.slot), slot.key][slot.value, clause.document]
                if position not in values and len(values) < _PER_VALUE:
                    values.append(position)
    seen: set[tuple[int, int]] = set()
    for (name, key), found in sorted(groups.items()):
        members = sorted({position for positions in found.values() for position in positions})[:_PER_KEY]
        for left, right in combinations(members, 2):
            if (left, right) not in seen:
                seen.add((left, right))
                score = max(scores.get((left, right), 0.0), _KEYED_SCORE)
                yield Link(LinkKind.SLOT, left, right, score, f"{name} of {key}")


def _presence(clauses: Sequence[Clause]) -> Iterator[Link]:
    """A paper that is absent beside the clauses that say it is there or have it drawn up."""
    absent: dict[str, list[int]] = defaultdict(list)
    present: dict[str, list[int]] = defaultdict(list)
    for position, clause in enumerate(clauses):
        for slot in clause.comparables:
            if slot.slot == "presence":
                (absent if slot.value == "none" else present)[slot.key].append(position)
    for key, missing in sorted(absent.items()):
        for left in missing[:_PER_VALUE]:
            for right in dict.fromkeys(present[key][:_PER_KEY]):
                if left != right:
                    yield Link(LinkKind.PRESENCE, left, right, _KEYED_SCORE, f"presence of {key}")
