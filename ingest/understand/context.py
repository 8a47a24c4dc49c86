"""What a heading, a lead-in, a row or a column tells of the clauses below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ingest.model.actors import ActorType
from ingest.model.statements import NORMS, DecisionRule, Kind
from ingest.model.text import MappedText
from ingest.packaged import read_toml
from ingest.understand.actors.index import Mention, find_mentions
from ingest.understand.actors.join import ActorRegistry
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.analysis import Analysed
from ingest.understand.columns import column_role
from ingest.understand.guarded import Guarded, guarded
from ingest.understand.headed import called
from ingest.understand.letters import Letter
from ingest.understand.names import name_key
from ingest.understand.norms.bearers import find_bearers
from ingest.understand.norms.constructions import granted_to
from ingest.understand.norms.groups import chains
from ingest.understand.norms.pronouns import Before, meant_alone
from ingest.understand.norms.slots import find_condition, find_decision_rule
from ingest.understand.parts import Part, part_below, part_of


@dataclass(frozen=True, slots=True)
class Context:
    """What a clause inherits.

    ``bearers`` are actor keys, ``kind`` what the lead-in makes of its items, ``rule`` the id of the rule that said so
    and ``weight`` how sure it is; ``when`` are the words of a table's row that say when; ``listed`` is true inside a
    list or table that has a lead-in, ``articled`` inside an article, ``background`` in a section that only tells how
    things came about; ``part`` is the part of an evaluation; ``assigned`` is true in a
    table that says who does what.
    """

    bearers: tuple[str, ...] = ()
    kind: Kind | None = None
    rule: str = "context.none"
    weight: float = 0.6
    condition: str | None = None
    decision_rule: DecisionRule | None = None
    when: MappedText | None = None
    listed: bool = False
    articled: bool = False
    background: bool = False
    part: Part | None = None
    assigned: bool = False

    @property
    def names_bearer(self) -> bool:
        """Whether a row or heading names the bearer outright."""
        return self.rule in ("context.row", "context.named", "context.marked")


_WORDS_BEFORE_ACTOR = 1
_WORDS_OF_LABEL = 3
_ARTICLES = ("", "de", "het", "een")
_LABEL = re.compile(r"(?P<word>[^\W\d_]+)(?: [^\s:]+){0,2}:\s(?!(?:de|het|een|alle) [\w-]+(?: [\w-]+)? (?:die|dat)\b)")
_BRACKET = re.compile(r"\s*\([^()]*\)[\s:]*$")
_JOINED = re.compile(r"[\s():,;/&]*(?:(?:en|de|het)\b[\s():,;/&]*)*")
_POINTS_BACK = re.compile(
    r"\b(?:deze|dit|die|dat|daartoe|hiertoe|hierbij|daarbij|hieronder|daaronder)\b|^(?:hij|zij)(?: of (?:hij|zij))?:?$",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"(?:\s*\([^()]*\))?(?:\s+van(?:\s+(?:de|het|een))?\s+[\w’-]+(?:\s+[A-Z][\w’-]*)*)?\s*:?")


@dataclass(frozen=True, slots=True)
class _Lead:
    id: str
    kind: Kind
    expression: Guarded
    example: str
    of_somebody: bool


COLUMN_KINDS = {"members": Kind.ROLE, "frequency": Kind.TERM, "power": Kind.POWER}


def _raw() -> dict[str, Any]:
    return read_toml("ingest.understand", "data/context.toml")


@cache
def leads() -> tuple[_Lead, ...]:
    """The packaged lead-in rules, in their order."""
    return tuple(
        _Lead(r["id"], Kind(r["kind"]), guarded(r["expression"]), r["example"], r.get("of_somebody", False))
        for r in _raw()["lead"]
    )


def lead_rule(text: str) -> _Lead | None:
    """The first lead-in rule that fits ``text``, or None."""
    lowered = text.lower()
    return next((lead for lead in leads() if lead.expression.search(lowered)), None)


def labelled_kind(text: str) -> Kind | None:
    """The kind of a line that its own label tells: "Leden: …" names members, "Frequentie: …" how often.

    "Leden: de gemeenten die …" says who counts as one.
    """
    label = _LABEL.match(text)
    role = column_role(label["word"]) if label else None
    return COLUMN_KINDS[role] if role in ("members", "frequency") else None


def _introduces(lead: str) -> bool:
    return (
        not lead.rstrip().endswith((".", ";", "!"))
        or re.search(r"\b(?:onderstaande?|volgende?|hieronder|als volgt)\b", lead.lower()) is not None
    )


def _enacts(lead: str) -> bool:
    """Whether the words are those with which somebody adopts all that follows: "De minister, gelet op …, besluit:"."""
    headings: dict[str, str] = _raw()["headings"]
    return re.search(headings["enacting"], lead.lower()) is not None


def below_lead_in(outer: Context, lead: Analysed, mentions: Sequence[Mention], previous: Before) -> Context:
    """The context of the items that ``lead`` introduces; ``previous`` is what the clause before it leaves in mind."""
    if _enacts(lead.text):
        return outer
    if not _introduces(lead.text):
        return replace(outer, listed=True)
    found = find_bearers(lead, mentions, previous)
    last, itself = _subject_after_dat(lead, mentions), names_actor(lead.text, mentions)
    rule = lead_rule(lead.text)
    if rule is not None and rule.of_somebody and not found:
        rule = None
    of_nobody = rule is not None and rule.kind in NORMS and not mentions and not outer.bearers
    goes_on = bool(previous.topic) and (of_nobody or _POINTS_BACK.search(lead.text) is not None)
    inherited = meant_alone(lead.text.strip(" :"), previous) if goes_on else outer.bearers
    if of_nobody and not inherited:
        inherited = previous.addressee
    decision = find_decision_rule(lead.text) or outer.decision_rule
    bearers = last or itself or granted_to(lead, mentions) or (found.actors if found else inherited)
    own = "context.named" if itself else "context.lead-in" if last or found or decision else outer.rule
    condition = find_condition(lead.text) or (_own_words(lead.text) if decision and not outer.decision_rule else None)
    return Context(
        bearers=bearers,
        kind=rule.kind if rule else outer.kind,
        rule=rule.id if rule else own,
        weight=0.85 if itself or (bearers and rule) else outer.weight,
        condition=condition or outer.condition,
        decision_rule=decision,
        listed=True,
        articled=outer.articled,
        background=outer.background,
        part=outer.part,
    )


def below_item(outer: Context, item: str, mentions: Sequence[Mention]) -> Context:
    """The context of the items below another item, which may name their bearer or the rule by which they decide."""
    rule, itself = find_decision_rule(item), names_actor(item, mentions)
    if itself:
        return replace(outer, listed=True, bearers=itself, rule="context.named", weight=0.85)
    if rule is None:
        return replace(outer, listed=True)
    return replace(outer, listed=True, decision_rule=rule, condition=_own_words(item))


def _own_words(text: str) -> str:
    return re.sub(r"^\(?\d+\)?\s*", "", text).rstrip(" :.")


def names_actor(lead: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The key of the actor whose name is all there is: "De beheerder", "Beheerder (gemeente)", "Het hoofd van …"; or
    the actors in brackets behind words that name nobody: "Strategisch niveau (minister en raad)".
    """
    opens = mentions and lead[: mentions[0].start].lower().strip() in _ARTICLES
    if opens and _AFTER_NAME.fullmatch(lead, mentions[0].end):
        return (mentions[0].actor.key,)
    bracket = _BRACKET.search(lead)
    ends = bracket.start() if bracket else len(lead)
    outside = [mention for mention in mentions if mention.end <= ends]
    if len(outside) == 1:
        around = lead[: outside[0].start] + lead[outside[0].end : ends]
        return (outside[0].actor.key,) if around.lower().strip(" :") in _ARTICLES else ()
    return _in_bracket(lead, ends, mentions) if mentions and not outside else ()


def _in_bracket(lead: str, start: int, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The actors of the bracket that begins at ``start``, behind a few words, where it has nothing but their names."""
    rest = list(lead[start:])
    for mention in mentions:
        rest[mention.start - start : mention.end - start] = " " * (mention.end - mention.start)
    few = 0 < len(lead[:start].split()) <= _WORDS_OF_LABEL
    alone = few and _JOINED.fullmatch("".join(rest)) is not None
    return tuple(dict.fromkeys(mention.actor.key for mention in mentions)) if alone else ()


def _subject_after_dat(lead: Analysed, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The actors that follow on the last "dat" of a lead-in: "… legt vast dat de uitvoerder:" is about him."""
    for group in reversed(chains(lead.text, mentions)):
        if re.search(r"\bdat (?:de |het |een |elke |iedere )?$", lead.text[: group[0].start]):
            return tuple(dict.fromkeys(m.actor.key for m in group))
    return ()


def below_heading(outer: Context, heading: str, document: str, registry: ActorRegistry, letter: Letter) -> Context:
    """The context below a heading: an actor in it is the bearer of last resort, its words may set the kind.

    A heading that is an actor's name ("De uitvoerder:") speaks for all below it, as a lead-in does, and so for the
    headings below it that name nobody ("Bevoegdheden"). So does one above what a letter asks ("Wat ik van u vraag").
    """
    part = part_below(heading, outer.part)
    itself = registry.resolve(called(heading), document)
    mentions = find_mentions(heading, document, registry)
    whole = (itself.key,) if itself is not None else names_actor(heading, mentions)
    whole = whole or (letter.addressee if letter.asks(heading) else ())
    if whole:
        return replace(outer, bearers=whole, kind=None, rule="context.named", weight=0.85, listed=True)
    rule = lead_rule(heading) if len(heading) < 90 else None
    bodies = [m for m in mentions if m.actor.type in (ActorType.BODY, ActorType.ROLE, ActorType.ORGANISATION)]
    named = tuple(dict.fromkeys(m.actor.key for m in bodies)) or _level(heading, document, registry)
    if part is Part.RECOMMENDATIONS and not _addresses(heading):
        named = ()
    told = {Kind.RECOMMENDATION: Part.RECOMMENDATIONS, Kind.FINDING: Part.FINDINGS, Kind.DEFINITION: part}
    kind = rule.kind if rule and rule.kind in told and told[rule.kind] is part else None
    if part is Part.MIXED:
        kind = None
    if outer.rule == "context.named" and not mentions and kind is None and part is outer.part:
        headed = rule is not None and rule.kind in NORMS and len(heading.split()) <= _WORDS_OF_LABEL
        return replace(outer, kind=rule.kind if rule and headed else None)
    return Context(
        bearers=named if len(named) == 1 else (),
        kind=kind,
        rule=rule.id if rule and kind else "context.heading",
        weight=0.55,
        articled=outer.articled,
        background=outer.background or (is_background(heading) and part_of(heading) in (None, Part.METHOD)),
        part=part,
    )


def _addresses(heading: str) -> bool:
    """Whether a heading names whom the advice below it is for: "Aan de raad", "Aanbevelingen voor de directeur"."""
    return (
        re.search(r"^\W*(?:[\d.]+ *)?(?:\w*aanbeveling(?:en)? )?(?:aan|voor|richting)\b", heading.lower()) is not None
    )


def is_background(heading: str) -> bool:
    """Whether a section with this heading only introduces or tells how things came about."""
    headings: dict[str, str] = _raw()["headings"]
    return re.search(headings["background"], heading.lower()) is not None


def _level(heading: str, document: str, registry: ActorRegistry) -> tuple[str, ...]:
    """The actor of a level of work that a heading names: "Niveau 2; regionaal toezicht" is the toezichthouder's."""
    found = (
        _row_actor(part, document, registry) for part in re.split(r"[;:,(–-]", heading) if 1 < len(part.split()) < 5
    )
    return tuple(key for key in found if key)[:1]


def below_row_header(outer: Context, words: str, document: str, registry: ActorRegistry) -> Context:
    """The context of a table row by its first cell: an actor, or a level of work whose actor it stands for."""
    key = _row_actor(words, document, registry)
    if key is None:
        led = outer.rule == "context.lead-in" or outer.rule.startswith("lead.")
        return replace(outer, listed=True, bearers=outer.bearers if led else ())
    return replace(outer, bearers=(key,), listed=True, rule="context.row", weight=0.85, kind=outer.kind)


def _row_actor(words: str, document: str, registry: ActorRegistry) -> str | None:
    plain = re.sub(r"\s*\([^)]*\)\s*$", "", words).strip()
    actor = registry.resolve(plain, document)
    if actor is not None:
        return actor.key
    for ending in (*lexicon().same_role, *lexicon().agent_noun):
        found = registry.names.get(name_key(plain) + ending) or registry.names.get(name_key(plain) + "s" + ending)
        if found:
            return found
    mentions = find_mentions(plain, document, registry)
    heads = mentions and len(plain[: mentions[0].start].split()) <= _WORDS_BEFORE_ACTOR and len(plain) < 70
    return mentions[0].actor.key if heads else None
