"""Patterns that are only tried on texts with the words that they cannot do without."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

_PARSER: Any = import_module("re._parser")
_MOST_STRINGS = 8
_MOST_NEEDS = 2
_OPENING = 4
_ANYTHING = frozenset({""})


@dataclass(frozen=True, slots=True)
class Guarded:
    """A pattern and what it ``needs``: sets of strings in small letters, of each of which a text that the pattern
    matches has at least one.
    """

    compiled: re.Pattern[str]
    needs: tuple[tuple[str, ...], ...]

    def may_match(self, lowered: str) -> bool:
        """Whether a text, given in small letters, has what the pattern needs."""
        for strings in self.needs:
            for string in strings:
                if string in lowered:
                    break
            else:
                return False
        return True

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in ``text``."""
        return self.compiled.search(text) if self.may_match(text.lower()) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in ``text``."""
        return self.compiled.finditer(text) if self.may_match(text.lower()) else iter(())


class Sieve:
    """Many guarded patterns by name, of which the few that a text may match are found without trying each: what they
    need is looked up by the letters with which it begins.
    """

    def __init__(self, patterns: Mapping[str, Guarded]) -> None:
        self._always = frozenset(name for name, pattern in patterns.items() if not pattern.needs)
        self._opened: dict[str, dict[str, set[str]]] = {}
        for name, pattern in patterns.items():
            for string in pattern.needs[0] if pattern.needs else ():
                opening = string[:_OPENING] if len(string) >= _OPENING else ""
                self._opened.setdefault(opening, {}).setdefault(string, set()).add(name)

    def passing(self, lowered: str) -> set[str]:
        """The names of patterns of which a text, given in small letters, has the first need; no other can match."""
        there = {"", *(lowered[start : start + _OPENING] for start in range(len(lowered)))}
        names = set(self._always)
        for opening in self._opened.keys() & there:
            for string, needing in self._opened[opening].items():
                if string in lowered:
                    names |= needing
        return names


def guarded(expression: str, flags: int = 0) -> Guarded:
    """The pattern of a regular expression with its needs. Raises re.error for an expression that is none.

    Method: the parsed expression shows the strings that stand in every match, as in the prefilter of RE2 (Cox, "Regular
    Expression Matching with a Trigram Index", 2012). Python's parser of expressions has no public name.
    """
    found = _strings(_PARSER.parse(expression, flags)).needs
    needs = sorted({_shortest(strings) for strings in found if _is_rare(strings)}, key=_commonness)
    return Guarded(re.compile(expression, flags), tuple(needs[:_MOST_NEEDS]))


@dataclass(frozen=True, slots=True)
class _Strings:
    """What a part of an expression matches: ``exact`` strings where these are few, and its needs."""

    exact: frozenset[str] | None
    needs: tuple[frozenset[str], ...]


def _strings(sequence: Iterable[tuple[Any, Any]]) -> _Strings:
    """What parts of an expression match one after another."""
    whole, run, needs = True, _ANYTHING, []
    for operation, argument in sequence:
        part = _part(str(operation), argument)
        joined = {one + other for one in run for other in part.exact} if part.exact is not None else None
        if joined is not None and len(joined) <= _MOST_STRINGS:
            run = frozenset(joined)
        else:
            needs += [run, *part.needs]
            whole, run = False, part.exact or _ANYTHING
    return _Strings(run if whole else None, (*needs, run))


def _part(operation: str, argument: Any) -> _Strings:
    match operation:
        case "LITERAL":
            return _exactly(chr(argument).lower())
        case "IN" if len(argument) <= _MOST_STRINGS and all(str(kind) == "LITERAL" for kind, _ in argument):
            return _exactly(*(chr(code).lower() for _, code in argument))
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _exactly("")
        case "SUBPATTERN":
            return _strings(argument[-1])
        case "BRANCH":
            return _one_of([_strings(branch) for branch in argument[1]])
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, repeated = argument
            part = _strings(repeated)
            if most == 1:
                return part if least else _one_of([part, _exactly("")])
            return _Strings(None, part.needs if least else ())
    return _Strings(None, ())


def _exactly(*strings: str) -> _Strings:
    return _Strings(frozenset(strings), (frozenset(strings),))


def _one_of(parts: list[_Strings]) -> _Strings:
    exact = frozenset[str]().union(*(part.exact or () for part in parts))
    if len(exact) <= _MOST_STRINGS and all(part.exact is not None for part in parts):
        return _Strings(exact, (exact,))
    best = [min(filter(_is_rare, part.needs), key=_commonness, default=_ANYTHING) for part in parts]
    return _Strings(None, (frozenset[str]().union(*best),))


def _is_rare(strings: Collection[str]) -> bool:
    """Whether not nearly every text has one of ``strings``, as it has the empty one, a blank and single letters."""
    return not any(string.isalnum() or string.isspace() for string in strings if len(string) < 2) and "" not in strings


def _commonness(strings: Collection[str]) -> tuple[int, int, list[str]]:
    """The longer the shortest of ``strings``, the fewer texts have one of them."""
    return -min(map(len, strings)), len(strings), sorted(strings)


def _shortest(strings: Collection[str]) -> tuple[str, ...]:
    """Those of ``strings`` in which no other of them stands."""
    return tuple(sorted(one for one in strings if not any(other in one for other in strings if other != one)))
