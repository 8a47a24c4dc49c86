"""Names for the nodes of a tree in the pattern of Akoma Ntoso's eIds: ``art_2__lid_5__onder_i``."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from ingest.model.tree import NodeKind
from ingest.structure.conventions import conventions
from ingest.structure.drafts import Draft
from ingest.structure.markers import is_glyph

_NAMES = {
    NodeKind.BLOCK: "al",
    NodeKind.LIST: "list",
    NodeKind.TABLE: "tbl",
    NodeKind.ROW: "rij",
    NodeKind.CELL: "cel",
    NodeKind.FURNITURE: "fur",
    NodeKind.PARTIES: "partijen",
    NodeKind.RECITALS: "overwegingen",
    NodeKind.SIGNATURES: "ondertekening",
}
_ALONE = frozenset({NodeKind.PARTIES, NodeKind.RECITALS, NodeKind.SIGNATURES, NodeKind.FURNITURE, NodeKind.FOOTNOTE})
_UNSAFE = re.compile(r"[^a-z0-9]+")
_SLUG_WORDS = 5


def _slug(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(_UNSAFE.sub(" ", folded).split()[:_SLUG_WORDS]) or "x"


def _figure(number: str | None) -> str:
    """The printed number without brackets and stops: "(1)" is 1, "6.3." is 6.3."""
    return re.sub(r"[^\w.:-]+", "", (number or "").rsplit(maxsplit=1)[-1] if number else "").strip(".:-").lower()


class _Namer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.taken: Counter[str] = Counter()
        self.furniture = 0

    def unique(self, name: str) -> str:
        """``name``, or with a counter behind it when the document has it already."""
        self.taken[name] += 1
        return name if self.taken[name] == 1 else f"{name}~{self.taken[name]}"

    def heading(self, draft: Draft) -> tuple[str, bool]:
        """A division's own name, and whether it needs no parent's name before it."""
        figure = _figure(draft.number)
        if draft.word in conventions().annex:
            return f"cmp_{figure or 1}", True
        if draft.word and figure:
            return f"{conventions().eid_words.get(draft.word, 'sec')}_{figure}", False
        if figure:
            alone = draft.depth > 1 or draft.level == 1
            return f"{'chp' if draft.level == 1 else 'sec'}_{figure}", alone
        words = " ".join(self.text[a:b] for a, b in draft.ranges)
        return f"div_{_slug(words)}", False

    def own(self, draft: Draft, counts: Counter[str]) -> tuple[str, bool]:
        """The part of the eId that is the node's own, and whether it stands alone."""
        if draft.kind is NodeKind.DIVISION:
            return self.heading(draft)
        if draft.kind is NodeKind.ARTICLE:
            return f"art_{_figure(draft.number) or 1}", True
        if draft.kind is NodeKind.PARAGRAPH:
            return f"lid_{_figure(draft.number)}", False
        if draft.kind is NodeKind.FOOTNOTE:
            return f"noot_{_figure(draft.number)}", True
        if draft.kind is NodeKind.FURNITURE:
            self.furniture += 1
            return f"fur_{self.furniture}", True
        if draft.kind is NodeKind.ITEM:
            counts["item"] += 1
            figure = "" if is_glyph(draft.number or "") else _figure(draft.number)
            return (f"onder_{figure}" if figure else f"punt_{counts['item']}"), False
        name = _NAMES[draft.kind]
        if draft.kind in _ALONE:
            return name, True
        counts[name] += 1
        return f"{name}_{counts[name]}", False

    def below(self, draft: Draft, prefix: str) -> None:
        """Name every child of ``draft``; ``prefix`` is what stands before their own names."""
        counts: Counter[str] = Counter()
        for child in draft.children:
            name, alone = self.own(child, counts)
            child.eid = self.unique(name if alone or not prefix else f"{prefix}__{name}")
            if child.kind is NodeKind.LIST and counts["list"] == 1:
                self.below(child, prefix)
            else:
                self.below(child, child.eid)


def name_nodes(root: Draft, text: str) -> None:
    """Give every draft below ``root`` its eId. Items of a node's first list go by the node's name alone, so that the
    i of the only list in paragraph 5 of article 2 is ``art_2__lid_5__onder_i``.
    """
    root.eid = "doc"
    namer = _Namer(text)
    namer.taken["doc"] = 1
    namer.below(root, "")
