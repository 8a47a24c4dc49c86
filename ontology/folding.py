"""Words made comparable: one spelling for what a reader takes as the same."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": None})


def fold(text: str) -> str:
    """``text`` in lower case, without accents, with plain quotes and dashes and single spaces.

    >>> fold("Coördinatie  van  foto’s")
    "coordinatie van foto's"
    """
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())
