"""Clauses that contradict each other, and what people find of that."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from api.deps import GenerationDep, MayWrite, StoreDep
from api.problems import problem_responses
from api.records import contradictions as records
from api.records import verdicts
from api.records.envelope import Page
from api.records.models import Contradiction, ContradictionDetail, VerdictCode
from api.routes.asked import AskedOfContradictions, Strict
from api.routes.examples import answers

router = APIRouter(tags=["Tegenspraak · Contradictions"])

Key = Annotated[
    str, Path(description="The key of the pair: the last part of the contradiction's IRI.", examples=["5f1c0a7e93d2"])
]


class GivenVerdict(Strict):
    """What a person finds of a contradiction."""

    verdict: VerdictCode = Field(description="What you find of it.", examples=["explained"])
    note: str | None = Field(
        None,
        max_length=verdicts.NOTE_MOST,
        description="Why; what is explained needs a note.",
        examples=["De kortere termijn geldt alleen in het eerste jaar."],
    )


@router.get(
    "/contradictions",
    summary="Clausules die elkaar tegenspreken, de zekerste eerst · Clauses that contradict each other, surest first",
    responses=answers("contradictions", 400, 404),
)
def contradictions(
    asked: Annotated[AskedOfContradictions, Query()], generation: GenerationDep, store: StoreDep
) -> Page[Contradiction]:
    """Pairs of clauses that cannot both hold or that differ in detail, each with both places and exact words and one
    sentence on what differs. Proposals, and pairs that a person found no contradiction, come only when asked for.
    """
    return records.contradictions(generation, store, asked.filter(), after=asked.after, limit=asked.limit)


@router.get(
    "/contradictions/{key}",
    summary="Een tegenspraak: wat verschilt, en wat iemand ervan vindt · One contradiction: what differs, and what a "
    "person finds of it",
    responses=answers("contradiction", 404),
)
def contradiction(key: Key, generation: GenerationDep, store: StoreDep) -> ContradictionDetail:
    """The pair with the rule that found it, what each side quotes, and the verdict of a person if there is one."""
    return records.contradiction(generation, store, key)


@router.put(
    "/contradictions/{key}/verdict",
    summary="Zeg wat u van een tegenspraak vindt · Say what you find of a contradiction",
    dependencies=[MayWrite],
    responses=problem_responses(400, 401, 403, 404, 503),
)
def give_verdict(key: Key, given: GivenVerdict, generation: GenerationDep, store: StoreDep) -> ContradictionDetail:
    """The verdict takes the place of an earlier one, and stays when the graph is built again. It is kept with the
    time and without a name. What you agree with is no proposal any more; what is not a contradiction leaves the list;
    what is explained gets that status, with your note as the reason.
    """
    pair = records.contradiction(generation, store, key)
    verdicts.give(generation.data, pair.key, given.verdict, given.note)
    return records.contradiction(generation, store, key)


@router.delete(
    "/contradictions/{key}/verdict",
    summary="Neem een oordeel terug · Take back a verdict",
    status_code=HTTPStatus.NO_CONTENT,
    dependencies=[MayWrite],
    responses=problem_responses(401, 403, 404, 503),
)
def withdraw_verdict(key: Key, generation: GenerationDep, store: StoreDep) -> None:
    """The pair stands again as the comparison of the texts left it."""
    verdicts.withdraw(generation.data, records.contradiction(generation, store, key).key)
