"""Constructions in which somebody else than the subject or the agent bears a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.understand.actors.index import Mention
from ingest.understand.analysis import Analysed, Token
from ingest.understand.norms.groups import Bearers, Placed, borne_by, chains, placed_in
from ingest.understand.norms.kinds import verbs_of
from ingest.understand.norms.markers import markers
from ingest.understand.norms.pronouns import Before
from ingest.understand.norms.syntax import preposition_before


def maker(tokens: Sequence[Token], previous: tuple[str, ...], passive: bool) -> Bearers | None:
    """Who made a thing also hands it over and sees to what is in it, after a clause that says who draws it up.

    "Dit verslag wordt aangeboden aan de raad", "Het verslag bevat een overzicht van de uitgaven".
    """
    if not previous or len(tokens) < 2:
        return None
    points_back = tokens[0].text.lower() in ("dit", "deze") and tokens[1].pos in ("NOUN", "ADJ")
    if passive and points_back and verbs_of(tokens) & markers().hand_over:
        return Bearers(previous, "bearer.maker", 0.55)
    written = any(markers().writing.search(token.text.lower()) for token in tokens[:3] if token.pos == "NOUN")
    if not passive and written and tokens[0].pos == "DET" and verbs_of(tokens) & markers().hold:
        return Bearers(previous, "bearer.maker", 0.5)
    return None


def recipient(clause: Analysed, placed: Placed) -> Bearers | None:
    """To whom a task or power is given: "Aan de projectleider wordt mandaat verleend"."""
    if not markers().grants.search(clause.text.lower()):
        return None
    for group, first in placed:
        if preposition_before(clause.tokens, first) == "aan":
            return borne_by(group, "bearer.recipient", 0.85)
    return None


def granted_to(lead: Analysed, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The keys of those to whom the words before a list give what is in it, whoever gives it."""
    given = recipient(lead, placed_in(lead.tokens, chains(lead.text, mentions)))
    return given.actors if given is not None else ()


def demanded(clause: Analysed, placed: Placed) -> Bearers | None:
    """Of whom something is expected: "Van de beheerder wordt verwacht dat deze …"."""
    if not placed or not markers().demands.search(clause.text.lower()):
        return None
    for group, first in placed:
        if preposition_before(clause.tokens, first) == "van":
            return borne_by(group, "bearer.marked", 0.8)
    return None


def together(clause: Analysed, placed: Placed, verb: int, found: Bearers) -> Bearers:
    """The subject with whom it meets, where both do the same: "De directeur spreekt met de accounthouder"."""
    if clause.tokens[verb].lemma not in markers().mutual:
        return found
    for group, first in placed:
        if preposition_before(clause.tokens, first) == "met":
            actors = tuple(dict.fromkeys((*found.actors, *(mention.actor.key for mention in group))))
            return replace(found, actors=actors)
    return found


def teller(clause: Analysed, placed: Placed, verb: int, found: Bearers, previous: Before) -> Bearers | None:
    """Who tells what the subject gets: "De indiener krijgt bericht" is for whom the clause before was about, or for
    nobody that is known. None for other clauses.
    """
    if clause.tokens[verb].lemma not in markers().gets or not markers().told.search(clause.text.lower()):
        return None
    for group, first in placed:
        if first > verb and preposition_before(clause.tokens, first) == "van" and group[0].start != found.start:
            return borne_by(group, "bearer.marked", 0.6)
    topic = previous.topic if not set(previous.topic) & set(found.actors) else ()
    return Bearers(topic, "bearer.implied", 0.5)


def shared(clause: Analysed, placed: Placed, previous: Before) -> Bearers | None:
    """Those who made the agreement, or between whom it is, where a clause is about a dispute, a notice or the like."""
    noun = next((t for t in clause.tokens[:6] if t.pos == "NOUN" or t.text.lower() in markers().shared), None)
    if noun is None or noun.lemma not in markers().shared:
        return None
    if noun.lemma == "verschil" and not markers().insight.search(clause.text.lower()):
        return None
    for group, first in placed:
        preposition = preposition_before(clause.tokens, first)
        if preposition in ("tussen", "door") or (preposition in ("van", "voor") and group[0].start < 40):
            return borne_by(group, "bearer.shared", 0.6)
    return Bearers(previous.speakers, "bearer.shared", 0.5) if previous.speakers else None
