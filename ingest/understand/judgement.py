"""Judging a unit: which kind of statement it is, who bears it, by which rules, and how sure they are together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.model.agreement import AgreementKind
from ingest.model.statements import NORMS, Kind
from ingest.model.tree import NodeKind
from ingest.understand.analysis import Token
from ingest.understand.calibration import Layer, calibrated
from ingest.understand.context import labelled_kind, names_actor
from ingest.understand.evaluation import addressees, advised, read_as, verdict_of_evaluation
from ingest.understand.norms.bearers import freestanding
from ingest.understand.norms.groups import Bearers
from ingest.understand.norms.kinds import ClauseFacts, KindRule, Verdict, choose_kind, verbs_of
from ingest.understand.norms.person import in_third_person
from ingest.understand.norms.syntax import consequence, is_imperative, is_passive, main_verb
from ingest.understand.units import Unit

_OWN_SUBJECT = frozenset({"bearer.label", "bearer.subject"})
_OF_ITEMS = frozenset({Kind.DEFINITION, Kind.RECOMMENDATION})
_OF_ZONES = frozenset({Kind.TERM, Kind.DEFINITION, Kind.ROLE})
_OF_PROSE = frozenset({NodeKind.BLOCK, NodeKind.PARAGRAPH})
_TERM = re.compile(r"[^:;.]{2,60}: ?\S")
_BY_OTHERS = re.compile(r"\b(?:door|verantwoordelijk|aansprakelijk|belast met)\b")
_NOBODY = ("bearer.none", 0.8)
CLASSIFIED = "kind.classified"
"""The id that stands where a rule's would when the classifier chose the kind."""
_BY_NOBODY = frozenset(
    {
        "kind.duty-passive",
        "kind.duty-happens",
        "kind.duty-flows-back",
        "kind.permission-impersonal",
        "kind.prohibition-passive",
        "kind.power-impersonal",
    }
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The kind of a unit with the rules that chose it, how sure they are together, and its bearers.

    ``sure`` tells how likely the kind is right, ``found`` is None where the bearers come from the context.
    """

    kind: Kind
    rules: tuple[str, ...]
    sure: float
    confidence: float
    bearers: tuple[str, ...]
    found: Bearers | None


def judge(unit: Unit, document: AgreementKind, *, deadline: bool) -> Judged | None:
    """The judgement of a unit of an agreement of kind ``document`` by rules; None when it states nothing.

    ``deadline`` tells whether the clause has a time for its act.
    """
    if unit.node.kind in _OF_PROSE and names_actor(unit.clause.text.rstrip(" ."), unit.mentions):
        return None
    read = read_as(document, unit.context)
    if read is AgreementKind.EVALUATION:
        facts = _facts(unit, read, bearer=unit.found is not None, deadline=False)
        verdict = verdict_of_evaluation(unit, choose_kind(facts))
    else:
        named = _named(unit)
        hanging = _is_dependent(unit) and named.found is None
        verdict = _verdict(unit, read, bool(named.actors), hanging, deadline)
    if verdict is None:
        return None
    return judged_as(unit, verdict, document, calibrated(Layer.KIND, verdict.rule, verdict.weight))


def judged_as(unit: Unit, verdict: Verdict, document: AgreementKind, sure: float) -> Judged:
    """The judgement of a unit whose kind is settled, and right with the chance ``sure``."""
    advice = read_as(document, unit.context) is AgreementKind.EVALUATION
    found, bearers = _advised(unit, verdict) if advice else _borne(unit, verdict)
    source = (found.rule,) if found is not None else (unit.context.rule,) if bearers else ()
    rules = tuple(dict.fromkeys((verdict.rule, *source)))
    confidence = _confidence(unit, sure, found, bearers) if verdict.kind in NORMS else sure
    return Judged(verdict.kind, rules, sure, round(confidence, 3), bearers, found)


@dataclass(frozen=True, slots=True)
class _Named:
    """The bearers that the clause shows itself, None where it leaves them to its context; and all it may have."""

    found: Bearers | None
    actors: tuple[str, ...]


def _named(unit: Unit) -> _Named:
    context, dependent = unit.context, _is_dependent(unit)
    found = _party(unit) or (None if dependent and _context_goes_first(unit) else unit.found)
    led = context.kind in NORMS or context.names_bearer
    takes_over = context.listed and (dependent or (found is None and led and not _about_another(unit)))
    inherited = context.bearers if (takes_over and unit.place is not NodeKind.FOOTNOTE) or dependent else ()
    return _Named(found, found.actors if found is not None else inherited)


def _borne(unit: Unit, verdict: Verdict) -> tuple[Bearers | None, tuple[str, ...]]:
    """What shows the bearers of a unit of an agreement, None where its context does, and the bearers."""
    named = _named(unit)
    found, bearers = named.found, named.actors
    of_payer = verdict.kind is Kind.AMOUNT and unit.context.rule == "context.amount"
    if verdict.kind not in NORMS and verdict.kind is not Kind.ROLE and found is None and not of_payer:
        bearers = ()
    if not bearers and unit.addressee and _asked_of_addressee(unit, verdict):
        bearers, found = unit.addressee, Bearers(unit.addressee, "bearer.addressee", 0.5)
    if not bearers:
        found = _implied(unit, verdict)
        bearers = found.actors if found is not None else ()
    return found, bearers


def _implied(unit: Unit, verdict: Verdict) -> Bearers | None:
    """Who must bear a norm that shows nobody in a bearer's place: whom it names freely, or whose name stands above."""
    if verdict.kind not in NORMS:
        return None
    if not is_passive(unit.clause.tokens, main_verb(unit.clause.tokens)):
        free = freestanding(unit.clause, unit.mentions)
        if free is not None:
            return free
    if unit.context.names_bearer and unit.context.bearers:
        return Bearers(unit.context.bearers, unit.context.rule, 0.6)
    return None


def _advised(unit: Unit, verdict: Verdict) -> tuple[Bearers | None, tuple[str, ...]]:
    """The same of a unit of an evaluation, whose advice is for somebody."""
    advice = verdict.kind is Kind.RECOMMENDATION
    found = advised(unit) if advice else unit.found
    inherited = addressees(unit.context) if advice and found is None else ()
    return found, found.actors if found is not None else inherited


def _confidence(unit: Unit, sure: float, found: Bearers | None, bearers: tuple[str, ...]) -> float:
    """How likely both the kind of a norm and its bearers are right."""
    rule, weight = _NOBODY
    if found is not None:
        rule, weight = found.rule, found.weight
    elif bearers:
        rule, weight = unit.context.rule, unit.context.weight
    return sure * calibrated(Layer.BEARER, rule, weight)


def _party(unit: Unit) -> Bearers | None:
    """The party that an item of the parties block, or of a list of parties, presents: the first that it names."""
    presents = _presents_party(unit) or unit.context.rule == "lead.parties"
    if presents and unit.node.kind is NodeKind.ITEM and unit.mentions:
        first = unit.mentions[0]
        return Bearers((first.actor.key,), "bearer.party", 0.9, first.start, first.end)
    return None


def _presents_party(unit: Unit) -> bool:
    """Whether the clause stands among the parties and is no sentence: where these end is not always marked."""
    sentence = unit.clause.text.rstrip().endswith(".") and main_verb(unit.clause.tokens) is not None
    title = unit.clause.text.isupper()
    return unit.place is NodeKind.PARTIES and not title and not (sentence and "hierna" not in unit.clause.text)


def _asked_of_addressee(unit: Unit, verdict: Verdict) -> bool:
    """Whether a letter that names nobody for it asks this of whom it is for."""
    nobody = verdict.rule in _BY_NOBODY or verdict.rule == "kind.duty-deontic"
    return nobody and verdict.kind in NORMS and _BY_OTHERS.search(unit.clause.text) is None


def _is_dependent(unit: Unit) -> bool:
    """Whether the clause needs a lead-in: it has no main verb, opens with it ("wijst een voorzitter aan"), or ends in a
    verb without a subject.
    """
    verb = main_verb(unit.clause.tokens)
    if verb is None or (verb == 0 and bool(unit.context.bearers)):
        return True
    complete = unit.node.kind in _OF_PROSE and unit.clause.text[:1].isupper()
    if unit.context.listed and unit.context.bearers and not complete and not _has_subject(unit.clause.tokens, verb):
        return True
    tokens = [t for t in unit.clause.tokens if t.pos != "PUNCT"]
    finite = [i for i, t in enumerate(tokens) if t.form == "fin"]
    return bool(finite) and finite[0] >= len(tokens) - 2 and len(tokens) > 2


def _about_another(unit: Unit) -> bool:
    """Whether a whole sentence of running text is about somebody or something else than the name above it."""
    tokens = unit.clause.tokens
    verb = main_verb(tokens)
    prose = unit.node.kind in _OF_PROSE and unit.clause.text[:1].isupper() and verb is not None
    active = prose and not is_passive(tokens, verb) and _has_subject(tokens, verb or 0)
    return active and not _calls_by_noun(tokens, unit.context.bearers)


def _calls_by_noun(tokens: Sequence[Token], bearers: Sequence[str]) -> bool:
    """Whether the subject is a noun in the name of a bearer: "het team" below "Team Realisatie"."""
    nouns = {word for key in bearers for word in key.rpartition("/")[2].split("-")}
    return any(token.dep.startswith("nsubj") and token.text.lower() in nouns for token in tokens)


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the parser sees a subject of the main verb: items of a task list have none, whatever their verbs are."""
    return any(
        token.dep.startswith(("nsubj", "csubj", "expl")) and token.head in (verb, _root(tokens)) for token in tokens
    )


def _root(tokens: Sequence[Token]) -> int:
    return next((i for i, token in enumerate(tokens) if token.dep == "ROOT"), -2)


def _context_goes_first(unit: Unit) -> bool:
    context = unit.context
    named = unit.found is not None and unit.found.rule in _OWN_SUBJECT
    return context.listed and bool(context.bearers) and not named


def _verdict(unit: Unit, document: AgreementKind, bearer: bool, hanging: bool, deadline: bool) -> Verdict | None:
    """``hanging``: the clause needs a lead-in and names nobody itself."""
    labelled = labelled_kind(unit.clause.text) if unit.context.kind is not Kind.DEFINITION else None
    if labelled is None and _explains_name(unit):
        return Verdict(Kind.DEFINITION, "context.legend", 0.9)
    if labelled is not None:
        return Verdict(labelled, "context.label", 0.8)
    rule = choose_kind(_facts(unit, document, bearer, deadline))
    if _presents_party(unit) and unit.node.kind is NodeKind.ITEM:
        return Verdict(Kind.ROLE, "context.party", 0.9) if unit.mentions else None
    if unit.place is NodeKind.RECITALS and (rule is None or rule.kind is not Kind.DEFINITION):
        return None
    if unit.place in (NodeKind.PARTIES, NodeKind.SIGNATURES):
        if rule is not None and rule.kind in _OF_ZONES:
            return Verdict(rule.kind, rule.id, rule.weight)
        if main_verb(unit.clause.tokens) is None and not unit.mentions:
            return None
    by_context = _of_context(unit, rule, bearer)
    if by_context is not None:
        return by_context
    if rule is None or (hanging and rule.weak and not unit.context.listed):
        return None
    return Verdict(rule.kind, rule.id, rule.weight)


def _explains_name(unit: Unit) -> bool:
    """Whether a line of a legend gives an actor's other name: "RSO: Regionaal sturingsoverleg"."""
    if len(unit.mentions) < 2 or unit.mentions[0].start > 2:
        return False
    short, long = unit.mentions[:2]
    return short.actor == long.actor and unit.clause.text[short.end : long.start].strip() == ":"


def _of_context(unit: Unit, rule: KindRule | None, bearer: bool) -> Verdict | None:
    """What the lead-in or heading makes of the clause, where that goes before the clause's own words."""
    context = unit.context
    weak = rule is None or rule.weak
    chosen = Verdict(context.kind or Kind.POWER, context.rule, context.weight)
    led = context.listed or context.rule.startswith("lead")
    defines = context.kind is Kind.DEFINITION and _TERM.match(unit.clause.text) is not None
    if context.kind in _OF_ITEMS and (weak or defines) and led:
        return chosen
    dependent = _is_dependent(unit)
    gives = context.listed and context.kind is not None and (bearer or context.kind not in NORMS)
    general = rule is not None and (
        rule.kind in (Kind.DUTY, Kind.PRECEDENCE) or (rule.kind is Kind.AMOUNT and context.kind in NORMS)
    )
    if gives and (weak or (dependent and general)):
        return chosen
    if context.decision_rule is not None and context.listed and bearer:
        return replace(chosen, kind=Kind.POWER)
    return None


def _facts(unit: Unit, document: AgreementKind, bearer: bool, deadline: bool) -> ClauseFacts:
    tokens, context = unit.clause.tokens, unit.context
    verb = main_verb(tokens)
    then = consequence(tokens)
    text = in_third_person(unit.clause) if unit.addressee else unit.clause.text
    return ClauseFacts(
        text=text[then:],
        verbs=verbs_of(tokens),
        bearer=bearer,
        deadline=deadline,
        anchored=bool(unit.mentions)
        or unit.found is not None
        or context.articled
        or bool(unit.addressee)
        or unit.node.kind is NodeKind.PARAGRAPH
        or (context.listed and (context.kind in NORMS or bool(context.bearers))),
        modal=verb is not None and tokens[verb].lemma in ("kunnen", "mogen"),
        verb=verb is not None,
        past=verb is not None and tokens[verb].past,
        imperative=is_imperative(tokens),
        background=context.background,
        document=document,
    )
