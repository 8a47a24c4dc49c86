"""Which words before an abbreviation it stands for."""

from __future__ import annotations

from ingest.understand.names import words


def long_form(abbreviation: str, before: str) -> str | None:
    """The tail of ``before`` that ``abbreviation`` shortens, or None.

    Method: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (2003): match the
    letters from the right, the first one at the start of a word; here small words before the name fall away.
    """
    letters = [c.lower() for c in abbreviation.rstrip("s").rstrip("'’") if c.isalnum()]
    if len(letters) < 2:
        return None
    position = len(before)
    for index in range(len(letters) - 1, -1, -1):
        position -= 1
        while position >= 0 and (
            before[position].lower() != letters[index]
            or (index == 0 and position > 0 and before[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return None
    tail = before[position:].strip()
    count = len(words(tail))
    return tail if 1 <= count <= min(len(letters) + 5, len(letters) * 2 + 2) else None
