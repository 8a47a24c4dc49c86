"""Who bears a clause: its subject, its agent, or whom a fixed phrase points at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.model.actors import ActorType
from ingest.packaged import read_toml
from ingest.understand.actors.index import Mention
from ingest.understand.analysis import Analysed, Token
from ingest.understand.grammar import grammar
from ingest.understand.norms.kinds import verbs_of
from ingest.understand.norms.pronouns import Before, meant_by_pronoun, points_back, spoken_of
from ingest.understand.norms.syntax import consequence, is_passive, main_verb, opens_subordinate, preposition_before

_SUBJECTS = frozenset({"bearer.subject", "bearer.inverted-subject", "bearer.parsed", "bearer.capacity"})
_SMALL = frozenset({"ADV", "DET", "ADJ", "NUM", "PRON"})
_SIGNED = re.compile(r"[^,;:]{0,12},\s*(?:\S+\s+){0,4}\S+\.?$")
_ADVERBIAL = frozenset({"ADP", "ADV", "SCONJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Bearers:
    """The actors that bear a clause, the id of the rule that found them and its weight from 0 to 1.

    ``start`` and ``end`` are where they stand in the clause, None when they are not named in it.
    """

    actors: tuple[str, ...]
    rule: str
    weight: float
    start: int | None = None
    end: int | None = None

    @property
    def subject(self) -> tuple[int, int] | None:
        """Where they stand in the clause, as a character range, when they are its subject; else None."""
        named = self.start is not None and self.end is not None and self.rule in _SUBJECTS
        return (self.start, self.end) if named else None  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class _Words:
    before: re.Pattern[str]
    agent: frozenset[str]
    place: frozenset[str]
    place_verbs: frozenset[str]
    time_nouns: frozenset[str]
    openers: frozenset[str]
    between: re.Pattern[str]
    apposition: re.Pattern[str]
    capacity: re.Pattern[str]
    in_fact: re.Pattern[str]
    some: frozenset[str]
    done_by_somebody: frozenset[str]
    happens: frozenset[str]
    linking: frozenset[str]
    hand_over: frozenset[str]
    hold: frozenset[str]
    writing: re.Pattern[str]
    grants: re.Pattern[str]


@cache
def _words() -> _Words:
    raw = read_toml("ingest.understand", "data/bearers.toml")
    markers = raw["markers"]
    return _Words(
        before=re.compile(r"\b(?:" + "|".join(markers["before"]) + r")\s+(?:\S+\s+){0,2}?$"),
        agent=frozenset(markers["agent"]),
        place=frozenset(markers["place"]),
        place_verbs=frozenset(markers["place_verbs"]),
        time_nouns=frozenset(raw["time_nouns"]["nouns"]),
        openers=frozenset(raw["openers"]["words"]),
        between=re.compile(raw["between"]["expression"]),
        apposition=re.compile(raw["between"]["apposition"]),
        capacity=re.compile(markers["capacity"]),
        in_fact=re.compile(markers["in_fact"]),
        some=frozenset(markers["some"]),
        done_by_somebody=frozenset(markers["done_by_somebody"]),
        happens=frozenset(markers["happens"]),
        linking=frozenset(markers["linking"]),
        hand_over=frozenset(markers["hand_over"]),
        hold=frozenset(markers["hold"]),
        writing=re.compile(markers["writing"]),
        grants=re.compile(markers["grants"]),
    )


def chains(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions grouped by enumeration: "A, B (als bestuursorgaan) en C" is one chain of three."""
    groups: list[list[Mention]] = []
    appositions = [match.span() for match in _words().apposition.finditer(text)]
    for mention in mentions:
        if any(start < mention.start < end for start, end in appositions):
            continue
        gap = _words().apposition.sub("", text[groups[-1][-1].end : mention.start]) if groups else ""
        if groups and _words().between.match(gap):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def find_bearers(clause: Analysed, mentions: Sequence[Mention], previous: Before) -> Bearers | None:
    """The bearers that the clause itself shows, or None when it leaves them to its context.

    ``previous`` is what the clause before leaves in mind, to which a pronoun refers.
    """
    tokens, groups = clause.tokens, chains(clause.text, mentions)
    placed = _placed(tokens, groups)
    for group, first in placed:
        if first <= 2 and clause.text[group[-1].end :].lstrip(" )").startswith(":"):
            return _bearers(group, "bearer.label", 0.9)
    verb = main_verb(tokens)
    passive = is_passive(tokens, verb)
    spoken = spoken_of(tokens, verb, previous, passive=passive, named=_named_first(tokens, placed, verb))
    if spoken is not None:
        return Bearers(*spoken)
    if verb is not None and not passive:
        condition = _of_condition(tokens, placed, verb)
        found = _subject(clause, placed, verb) or _pronoun(tokens, verb, Before(condition) if condition else previous)
        if found is not None:
            return _in_capacity(clause, groups, found)
    return (
        _recipient(clause, placed)
        or _agent(tokens, placed, passive)
        or _parsed(clause, placed, passive)
        or _marked(clause, placed, groups)
        or (_place(tokens, placed) if passive or "plaatsvinden" in verbs_of(tokens) else None)
        or _subordinate_subject(clause, placed, passive)
        or (_first_name(clause, placed) if verb is None else None)
        or _maker(tokens, previous.topic, passive)
    )


def _bearers(group: Sequence[Mention], rule: str, weight: float) -> Bearers:
    actors = tuple(dict.fromkeys(mention.actor.key for mention in group))
    return Bearers(actors, rule, weight, group[0].start, group[-1].end)


def _in_capacity(clause: Analysed, groups: Sequence[list[Mention]], found: Bearers) -> Bearers:
    """The role in which the subject acts, or who it is here, where the clause says so.

    "De directie in de rol van technisch beheerder" is the beheerder; "deze partij (in casu Waterkring)" is Waterkring.
    """
    for group in groups:
        gap = clause.text[found.end or 0 : group[0].start].lower()
        named = group[0].actor
        if _words().in_fact.fullmatch(gap):
            return _bearers(group, "bearer.in-fact", 0.8)
        if (
            group[0].start >= (found.end or 0)
            and _words().capacity.fullmatch(gap)
            and "/" not in named.key
            and named.type is ActorType.ROLE
        ):
            return Bearers((named.key,), "bearer.capacity", 0.75, found.start, group[-1].end)
    return found


def _maker(tokens: Sequence[Token], previous: tuple[str, ...], passive: bool) -> Bearers | None:
    """Who made a thing also hands it over and sees to what is in it, after a clause that says who draws it up.

    "Dit verslag wordt aangeboden aan de raad", "Het verslag bevat een overzicht van de uitgaven".
    """
    if not previous or len(tokens) < 2:
        return None
    points_back = tokens[0].text.lower() in ("dit", "deze") and tokens[1].pos in ("NOUN", "ADJ")
    if passive and points_back and verbs_of(tokens) & _words().hand_over:
        return Bearers(previous, "bearer.maker", 0.55)
    written = any(_words().writing.search(token.text.lower()) for token in tokens[:3] if token.pos == "NOUN")
    if not passive and written and tokens[0].pos == "DET" and verbs_of(tokens) & _words().hold:
        return Bearers(previous, "bearer.maker", 0.5)
    return None


def _placed(tokens: Sequence[Token], groups: Sequence[list[Mention]]) -> list[tuple[list[Mention], int]]:
    return [(group, _first_token(tokens, group[0])) for group in groups]


def _first_token(tokens: Sequence[Token], mention: Mention) -> int:
    return next((i for i, token in enumerate(tokens) if token.end > mention.start), len(tokens))


def _subject(clause: Analysed, placed: Sequence[tuple[list[Mention], int]], verb: int) -> Bearers | None:
    tokens = clause.tokens
    start = _main_clause_start(tokens, verb)
    before = [(g, first) for g, first in placed if start <= first < verb]
    for group, first in before:
        object_of_infinitive = tokens[verb].plural and len(group) == 1 and tokens[first - 1].text.lower() == "een"
        leads = preposition_before(tokens, first) is None and _leads(tokens, start, first) and not object_of_infinitive
        if leads or _some_of(tokens, start, first):
            return _bearers(group, "bearer.subject", 0.9)
    if any(token.pos in ("NOUN", "PROPN", "PRON") for token in tokens[start:verb]) and not (
        _inverted(tokens, start, verb) or _object_first(tokens, before, verb)
    ):
        return _predicate(clause, placed, verb)
    for group, first in placed:
        if first > verb:
            between = tokens[verb + 1 : first]
            if all(t.pos in _SMALL or t.text in ("(", "’", "‘", "der") for t in between) and not _asks(between):
                return _bearers(group, "bearer.inverted-subject", 0.85)
            break
    return None


def _named_first(tokens: Sequence[Token], placed: Sequence[tuple[list[Mention], int]], verb: int | None) -> bool:
    """Whether an actor in the verb's number opens the clause, as its subject: "De raad zendt u een advies"."""
    return verb is not None and any(
        _leads(tokens, 0, first) and tokens[first].plural == tokens[verb].plural for _, first in placed if first < verb
    )


def _some_of(tokens: Sequence[Token], start: int, first: int) -> bool:
    """Whether the name at ``first`` tells of whom the subject is one, or none: "geen van de partners"."""
    words = [token.text.lower() for token in tokens[start:first]]
    return words[1:2] in (["van"], ["der"]) and words[0] in _words().some and len(words) <= 3


def _object_first(tokens: Sequence[Token], before: Sequence[object], verb: int) -> bool:
    """Whether the object opens the clause: nobody stands before a verb that things do not do, or in another number."""
    nouns = [token for token in tokens[:verb] if token.pos in ("NOUN", "PROPN")]
    other_number = bool(nouns) and nouns[0].plural and not tokens[verb].plural
    points = bool(verb) and points_back(tokens[0])
    acts = tokens[verb].lemma in _words().done_by_somebody or tokens[verb].lemma in grammar().modals
    return not before and not points and (other_number or acts)


def _asks(tokens: Sequence[Token]) -> bool:
    return any(t.text.lower() in grammar().questions for t in tokens)


def _predicate(clause: Analysed, placed: Sequence[tuple[list[Mention], int]], verb: int) -> Bearers | None:
    """An actor that the clause says something is: "de eerste overlegtafel is het directieberaad"."""
    if clause.tokens[verb].lemma != "zijn":
        return None
    for group, first in placed:
        between = clause.tokens[verb + 1 : first]
        direct = first > verb and preposition_before(clause.tokens, first) is None
        if direct and _ends_clause(clause.text[group[-1].end :]) and all(t.pos in _SMALL for t in between):
            return _bearers(group, "bearer.predicate", 0.75)
    return None


def _ends_clause(rest: str) -> bool:
    return re.match(r"\s*(?:[.;,]|$|of een daarvoor)", rest) is not None


def _main_clause_start(tokens: Sequence[Token], verb: int) -> int:
    """Where the main clause begins: after the comma that closes a subordinate clause in front, or after the colon of a
    label, else at once.
    """
    colon = next((i for i in range(verb) if tokens[i].text == ":"), None)
    if colon is not None and not any(token.form == "fin" for token in tokens[:colon]):
        return colon + 1
    if tokens and (opens_subordinate(tokens, 0) or tokens[0].pos == "SCONJ"):
        commas = [i for i in range(verb) if tokens[i].text == ","]
        return commas[-1] + 1 if commas else 0
    return 0


def _leads(tokens: Sequence[Token], start: int, first: int) -> bool:
    """Whether nothing but small words, or a phrase closed by a comma, stands before the name in its clause."""
    return all(t.pos in ("DET", "ADJ", "NUM", "ADV", "CCONJ", "PUNCT", "PRON") for t in tokens[start:first])


def _inverted(tokens: Sequence[Token], start: int, verb: int) -> bool:
    first = tokens[start:verb]
    if not first:
        return True
    return (
        first[0].pos in _ADVERBIAL
        or first[-1].text.lower() == "dan"
        or first[0].text[:1].isdigit()
        or first[0].text.lower() in _words().openers
        or any(t.lemma in _words().time_nouns for t in first[:4])
    )


def _of_condition(tokens: Sequence[Token], placed: Sequence[tuple[list[Mention], int]], verb: int) -> tuple[str, ...]:
    """Whom the condition is about that a clause opens with: "Haalt de partner de norm niet, dan legt hij dat uit"."""
    if not consequence(tokens):
        return ()
    subjects = (group for group, first in placed if first < verb and preposition_before(tokens, first) is None)
    return tuple(mention.actor.key for mention in next(subjects, ()))


def _pronoun(tokens: Sequence[Token], verb: int, previous: Before) -> Bearers | None:
    meant = meant_by_pronoun(tokens, verb, previous)
    return Bearers(*meant) if meant is not None else None


def _recipient(clause: Analysed, placed: Sequence[tuple[list[Mention], int]]) -> Bearers | None:
    """To whom a task or power is given: "Aan de projectleider wordt mandaat verleend"."""
    if not _words().grants.search(clause.text.lower()):
        return None
    for group, first in placed:
        if preposition_before(clause.tokens, first) == "aan":
            return _bearers(group, "bearer.recipient", 0.85)
    return None


def granted_to(lead: Analysed, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The keys of those to whom the words before a list give what is in it, whoever gives it."""
    given = _recipient(lead, _placed(lead.tokens, chains(lead.text, mentions)))
    return given.actors if given is not None else ()


def _agent(tokens: Sequence[Token], placed: Sequence[tuple[list[Mention], int]], passive: bool) -> Bearers | None:
    nominal = bool(tokens) and tokens[0].pos == "NOUN" and main_verb(tokens) is None
    participle = passive or nominal or any(t.form == "part" or t.lemma in _words().happens for t in tokens)
    for group, first in placed:
        if participle and preposition_before(tokens, first) in _words().agent:
            return _bearers(group, "bearer.agent", 0.85 if passive else 0.6)
    return None


def _parsed(clause: Analysed, placed: Sequence[tuple[list[Mention], int]], passive: bool) -> Bearers | None:
    """The actor that the parser takes for the subject of the main verb, or for the agent of a passive."""
    wanted = "obl:agent" if passive else "nsubj"
    acts = any(token.form == "fin" for token in clause.tokens)
    for group, _ in placed:
        if not acts and _SIGNED.match(clause.text, group[-1].end):
            continue
        if any(_plays(clause.tokens, index, wanted) for index in covered(clause.tokens, group[0])):
            return _bearers(group, "bearer.parsed", 0.7)
    return None


def covered(tokens: Sequence[Token], mention: Mention) -> list[int]:
    """The positions of the tokens that the mention stands on, in the order of the text."""
    return [i for i, token in enumerate(tokens) if token.start < mention.end and token.end > mention.start]


def _plays(tokens: Sequence[Token], index: int, wanted: str) -> bool:
    """Whether the token has this relation to the root of the clause, or to a verb coordinated with the root."""
    token = tokens[index]
    if token.dep != wanted or token.head < 0:
        return False
    verb = tokens[token.head]
    return verb.dep == "ROOT" or (verb.dep == "conj" and verb.head >= 0 and tokens[verb.head].dep == "ROOT")


def _first_name(clause: Analysed, placed: Sequence[tuple[list[Mention], int]]) -> Bearers | None:
    """A sentence that begins with a name although no verb was recognised in it, unless it is a signature."""
    tokens = clause.tokens
    if (
        placed
        and tokens[-1].text == "."
        and preposition_before(tokens, placed[0][1]) is None
        and _leads(tokens, 0, placed[0][1])
        and not _SIGNED.match(clause.text, placed[0][0][-1].end)
    ):
        return _bearers(placed[0][0], "bearer.first-name", 0.6)
    return None


def _marked(
    clause: Analysed, placed: Sequence[tuple[list[Mention], int]], groups: Sequence[list[Mention]]
) -> Bearers | None:
    verb = main_verb(clause.tokens)
    if verb is not None and clause.tokens[verb].lemma not in _words().linking:
        return None
    for group, _ in placed:
        if _words().before.search(clause.text[: group[0].start].lower()):
            return _in_capacity(clause, groups, _bearers(group, "bearer.marked", 0.8))
    return None


def _place(tokens: Sequence[Token], placed: Sequence[tuple[list[Mention], int]]) -> Bearers | None:
    if not verbs_of(tokens) & _words().place_verbs:
        return None
    for group, first in placed:
        preposition = preposition_before(tokens, first)
        if preposition in _words().place and (preposition == "tussen" or group[0].actor.type is ActorType.BODY):
            return _bearers(group, "bearer.place", 0.7)
    return None


def _subordinate_subject(
    clause: Analysed, placed: Sequence[tuple[list[Mention], int]], passive: bool
) -> Bearers | None:
    tokens = clause.tokens
    for group, first in placed:
        index = first - 1
        while index >= 0 and tokens[index].pos in ("DET", "ADJ", "NUM"):
            index -= 1
        if (
            index >= 0
            and not passive
            and opens_subordinate(tokens, index)
            and tokens[index].text.lower() not in ("indien", "als", "wanneer")
        ):
            return _bearers(group, "bearer.subordinate-subject", 0.6)
    return None
