"""Noun phrases with an actor as head: "regionale uitvoeringsorganisatie", "minister van Onderwijs", "Team Advies"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.model.actors import ActorType
from ingest.understand.actors.lexicon import Lexicon
from ingest.understand.names import Word, words

ADJECTIVE = re.compile(r"(?:e|isch|ief|eel|aal|air|lijk|ig|baar|end|loos|zaam)$")
_VAN = re.compile(r"^ van (?:de |het )?$")
_DIRECT = re.compile(r"^ $")
_INSIDE_NAME = re.compile(r"^(?: en | ?& ?| aan den | |-)$", re.IGNORECASE)
_NO_NAME_AFTER_HYPHEN = re.compile(r"-(?:[a-zà-ÿ]|[A-Z]{2})")
_ENUMERATED = re.compile(r", (?=[A-Z][\w-]*(?:, [A-Z][\w-]*)* en [A-Z])")
_LONGEST = 3
_SHORTEST_FIELD = 4
_WITH_GROUP = ("de", "andere", "overige", "alle")
_WITH_ONE = ("een", "elk", "ieder", "geen")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name at ``text[start:end]`` with the type of its head; ``bare`` when it is the head alone."""

    name: str
    start: int
    end: int
    type: ActorType
    head: str
    bare: bool


def find_phrases(text: str, lexicon: Lexicon) -> Iterator[Phrase]:
    """Every actor-headed phrase of ``text``, left to right; determiners and quantifiers stay outside the name."""
    tokens = words(text)
    index = 0
    while index < len(tokens):
        phrase, used = _fixed(text, tokens, index, lexicon), 0
        if phrase is not None:
            used = len(words(phrase.name))
        else:
            phrase = _headed(text, tokens, index, lexicon)
        if phrase is not None:
            yield phrase
            while index < len(tokens) and tokens[index].start < phrase.end:
                index += 1
            continue
        index += max(used, 1)


def _fixed(text: str, tokens: list[Word], index: int, lexicon: Lexicon) -> Phrase | None:
    if tokens[index].key not in lexicon.opens_fixed:
        return None
    for count in range(min(lexicon.longest_fixed, len(tokens) - index), 0, -1):
        start, end = tokens[index].start, tokens[index + count - 1].end
        key = "".join(token.key for token in tokens[index : index + count])
        kind = lexicon.fixed.get(key)
        if kind is not None and "," not in text[start:end]:
            return Phrase(text[start:end], start, end, kind, key, bare=False)
    return None


def _headed(text: str, tokens: list[Word], index: int, lexicon: Lexicon) -> Phrase | None:
    head = lexicon.head_of(tokens[index].key)
    if head is None or _is_infinitive(tokens, index, lexicon):
        return None
    if _goes_on_after_hyphen(text, tokens, index):
        return _two_offices(text, tokens, index, head, lexicon)
    if head in lexicon.singular_only and lexicon.is_plural(tokens[index].text):
        return None
    first, last = _modifiers(text, tokens, index, lexicon), _complement(text, tokens, index, head, lexicon)
    start, end = tokens[first].start, tokens[last].end
    bare = first == last == index and tokens[index].key == head
    named = last > index or (text[start].isupper() and (first < index or _capital_inside(text, tokens[index])))
    if head == tokens[index].key and (
        (head in lexicon.needs_name and not named)
        or (head in lexicon.needs_modifier and bare and not named and not stands_alone(text, tokens, index, lexicon))
    ):
        return None
    return Phrase(text[start:end], start, end, lexicon.heads[head], head, bare)


def _two_offices(text: str, tokens: list[Word], index: int, head: str, lexicon: Lexicon) -> Phrase | None:
    """One office that is two, joined by a hyphen: "secretaris-penningmeester"."""
    if index + 1 >= len(tokens) or tokens[index + 1].key not in lexicon.second_office:
        return None
    start, end = tokens[index].start, tokens[index + 1].end
    return Phrase(text[start:end], start, end, lexicon.heads[head], head, bare=False)


def stands_alone(text: str, tokens: list[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a plural such as "de leden" is a group by itself, or "een lid" one of it: not where its body or an
    article's number follows.
    """
    word = tokens[index]
    if word.key not in lexicon.plural_alone or re.match(r"\s+(?:van\b|\d)", text[word.end :]):
        return False
    before = tokens[index - 1].text.lower() if index else ""
    if not lexicon.is_plural(word.text):
        return before in _WITH_ONE
    return before in _WITH_GROUP or (not index and word.text[0].isupper())


def _is_infinitive(tokens: list[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether what looks like a plural is a verb: "te besturen", "het besturen"."""
    before = tokens[index - 1].text.lower() if index else ""
    return before in ("te", "het") and lexicon.is_plural(tokens[index].text)


def _goes_on_after_hyphen(text: str, tokens: list[Word], index: int) -> bool:
    end = tokens[index].end
    return text[end : end + 1] == "-" and not text[end + 1 :].lower().startswith("generaal")


def _capital_inside(text: str, word: Word) -> bool:
    """A capital that does not merely begin a sentence."""
    return word.text[0].isupper() and not re.search(r"(?:^|[.:;!?]\s*)$", text[: word.start])


def _modifiers(text: str, tokens: list[Word], index: int, lexicon: Lexicon) -> int:
    first = index
    while first > 0 and index - first < _LONGEST:
        word, gap = tokens[first - 1], text[tokens[first - 1].end : tokens[first].start]
        lower, after = word.text.lower(), tokens[first].text
        if lower in lexicon.stop or lower in lexicon.transparent or gap not in (" ", "-"):
            break
        if lower.endswith(lexicon.documents):
            break
        named = word.text[0].isupper() and (after[0].isupper() or word.text.isupper())
        described = word.text[0].islower() and after[0].islower() and ADJECTIVE.search(lower) is not None
        opening = word.text.isalpha() and word.text.istitle() and after[0].islower() and not _capital_inside(text, word)
        if not (named or gap == "-" or described or (opening and ADJECTIVE.search(lower))):
            break
        first -= 1
    return _loaned(text, tokens, index, lexicon) if first == index else first


def _loaned(text: str, tokens: list[Word], index: int, lexicon: Lexicon) -> int:
    """Where the name of a head from English begins: after the determiner, with small letters all the way."""
    for first in range(index - 1, max(index - _LONGEST - 1, 0), -1):
        if lexicon.head_of(tokens[index].key) not in lexicon.loaned or not tokens[first].text.islower():
            break
        if text[tokens[first].end : tokens[first + 1].start] != " ":
            break
        if tokens[first - 1].text.lower() in lexicon.transparent:
            return first
    return index


def _complement(text: str, tokens: list[Word], index: int, head: str, lexicon: Lexicon) -> int:
    general = text[tokens[index].end :].lower().startswith("-generaal")
    if general:
        index += 1
    if _in_a_field(text, tokens, index, head, lexicon):
        return index + 1
    if head not in lexicon.names_after or lexicon.is_plural(tokens[index].text):
        return index
    last = _body_after_van(text, tokens, index, head, lexicon) if head in lexicon.name_after_van else index
    while last + 1 < len(tokens) and last - index < 6:
        links = [_INSIDE_NAME] if last > index else [_DIRECT] + [_VAN] * (head in lexicon.name_after_van)
        step = _next_capital(text, tokens, last, links, lexicon)
        linked_by_and = step and " en " in text[tokens[last].end : tokens[last + step].start].lower()
        if step == 0 or (linked_by_and and _begins_another(tokens[last + step], head, lexicon)):
            break
        last += step
    return last


def _in_a_field(text: str, tokens: list[Word], index: int, head: str, lexicon: Lexicon) -> bool:
    """Whether the next word is the field of an office or unit, in small letters: "functionaris gegevensbescherming"."""
    headed = lexicon.heads[head] is ActorType.OFFICE or (head in lexicon.with_field and tokens[index].key == head)
    if not headed or index + 1 >= len(tokens):
        return False
    word = tokens[index + 1]
    field = word.text.islower() and len(word.text) > _SHORTEST_FIELD and word.text.endswith(lexicon.field_endings)
    return field and bool(_DIRECT.match(text[tokens[index].end : word.start])) and word.text not in lexicon.stop


def _begins_another(word: Word, head: str, lexicon: Lexicon) -> bool:
    """Whether a capital after "en" begins another name: "gemeente X en Y", "Stuurgroep en Projectteam"."""
    peer = lexicon.heads.get(lexicon.head_of(word.key) or "")
    collective = (ActorType.BODY, ActorType.OFFICE)
    return head in lexicon.no_and_in_name or (lexicon.heads[head] in collective and peer in collective)


def _body_after_van(text: str, tokens: list[Word], index: int, head: str, lexicon: Lexicon) -> int:
    """The last token of the body that an office or a smaller body belongs to, else ``index``.

    "Voorzitter van de raad van bestuur" ends in a fixed name, "hoofd van de afdeling Advies" in a phrase with its own
    head; an organisation without a name ("secretaris van het ministerie") stays apart.
    """
    belongs = lexicon.heads[head] in (ActorType.OFFICE, ActorType.BODY)
    for first in range(index + 2, min(index + 5, len(tokens))):
        if not _VAN.match(text[tokens[index].end : tokens[first].start]):
            continue
        body = _fixed(text, tokens, first, lexicon)
        if body is not None:
            return first + len(words(body.name)) - 1
        if belongs and lexicon.head_of(tokens[first].key) is not None:
            phrase = _headed(text, tokens, first, lexicon)
            if (
                phrase is not None
                and (phrase.type is ActorType.BODY or not phrase.bare)
                and phrase.type is not ActorType.OFFICE
            ):
                return first + len(words(phrase.name)) - 1
    return index


def _next_capital(text: str, tokens: list[Word], last: int, links: list[re.Pattern[str]], lexicon: Lexicon) -> int:
    """How many tokens on the name continues with a capital after nothing but a linking word; 0 when it ends here."""
    for step in (1, 2, 3):
        if last + step >= len(tokens):
            break
        gap = text[tokens[last].end : tokens[last + step].start]
        linked = any(link.match(gap) for link in links) or (gap == ", " and _ENUMERATED.match(text, tokens[last].end))
        if (
            not _initial(text, tokens[last + step])
            and tokens[last + step].text[0].isupper()
            and tokens[last + step].text.lower() not in lexicon.stop
            and linked
            and not _NO_NAME_AFTER_HYPHEN.match(text, tokens[last + step].end)
        ):
            return step
    return 0


def _initial(text: str, word: Word) -> bool:
    """Whether the word is the initial of a person: an office does not carry the name of its holder."""
    return len(word.text) == 1 and text[word.end : word.end + 1] == "."
