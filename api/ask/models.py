"""What a question is answered with."""

from __future__ import annotations

from pydantic import Field

from api.records.models import ActorRef, Confidence, Quote, Record
from api.search.thesaurus import Language


class Said(Record):
    """What a clause says in answer. ``actors`` are who it names (an actor that the graph does not have has no IRI but
    an empty id), ``value`` is the time, amount, yes or no that was asked for.
    """

    actors: list[ActorRef]
    answer: str = Field(description="One sentence, in the language of the question.")
    value: str | None


class Answer(Quote, Said):
    """One clause that answers, after what it says."""

    confidence: Confidence


class Asked(Record):
    """A question with its answers, the best first; none when the agreements do not say. ``message`` says so, or in what
    agreements differ; ``nearest`` are clauses that come near when there is no answer. ``sparql`` is the query whose
    rows hold the clause of the first answer.
    """

    question: str
    language: Language
    intent: str
    answers: list[Answer]
    sparql: str
    message: str | None
    nearest: list[Quote]
