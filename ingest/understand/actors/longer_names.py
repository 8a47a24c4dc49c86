"""Names of which the first word alone was found: "officier" where an agreement only knows the "officier van dienst"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ingest.understand.actors.acting import determiners
from ingest.understand.alternation import alternatives

_LEAST = 3
_SHARE = 0.8
_LONGER = r"(?P<more> [A-Z][\w&’-]+| van (?!(?:{determiners})\b)[a-z]{{3,}}\b)?"


def longer_names(texts: Iterable[str], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of ``names`` that is one word, with its longer form: the words that nearly always follow it in ``texts``."""
    single = sorted({name.lower() for name in names if name.isalpha() and not name.isupper()})
    if not single:
        return
    more = _LONGER.format(determiners=alternatives(determiners()))
    pattern = re.compile(rf"\b(?P<name>(?i:{alternatives(single)})\b){more}")
    all_of: Counter[str] = Counter()
    longer: dict[str, Counter[str]] = {}
    for text in texts:
        for found in pattern.finditer(text):
            name = found["name"].lower()
            all_of[name] += 1
            if found["more"]:
                longer.setdefault(name, Counter())[found[0]] += 1
    for name, forms in sorted(longer.items()):
        ends = Counter({form: sum(n for other, n in forms.items() if other.lower() == form.lower()) for form in forms})
        form, count = max(ends.items(), key=lambda one: (one[1], forms[one[0]], one[0]))
        if count >= max(_LEAST, _SHARE * all_of[name]):
            yield name, form
