"""Whether those who bear two clauses are the same, another, or not to be told apart."""

from __future__ import annotations

import pytest

from ingest.compare.actors import Kin, Match
from ingest.model.actors import Actor, ActorType, Relation, RelationType
from ingest.model.text import Span

ACTORS = {
    actor.key: actor
    for actor in (
        Actor("sluisbeheerder", "sluisbeheerder", ActorType.ROLE),
        Actor("waterschap-zuiderdal", "waterschap Zuiderdal", ActorType.ORGANISATION),
        Actor("gemeente-laarveld", "gemeente Laarveld", ActorType.ORGANISATION),
        Actor("partijen", "partijen", ActorType.GROUP),
        Actor("minister-van-waterbeheer", "minister van Waterbeheer", ActorType.OFFICE),
        Actor("ministerie-van-waterbeheer", "ministerie van Waterbeheer", ActorType.ORGANISATION),
    )
}
FILLS = Relation(RelationType.FILLS, "waterschap-zuiderdal", "sluisbeheerder", "a", "n1", Span(0, 1), "r", 1.0)


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        (["gemeente-laarveld"], ["gemeente-laarveld"], Match.SAME),
        (["gemeente-laarveld", "sluisbeheerder"], ["sluisbeheerder"], Match.OVERLAP),
        (["gemeente-laarveld"], ["waterschap-zuiderdal"], Match.DISJOINT),
        (["gemeente-laarveld"], ["sluisbeheerder"], Match.DISJOINT),
        (["gemeente-laarveld"], [], Match.OPEN),
        (["waterschap-zuiderdal"], ["sluisbeheerder"], Match.OPEN),
        (["gemeente-laarveld"], ["partijen"], Match.OPEN),
        (["gemeente-laarveld"], ["convenant/opdrachtgever"], Match.OPEN),
        (["gemeente-laarveld"], ["wie-niemand-kent"], Match.OPEN),
        (["minister-van-waterbeheer"], ["ministerie-van-waterbeheer"], Match.OPEN),
        (["minister-van-waterbeheer"], ["gemeente-laarveld"], Match.DISJOINT),
    ],
)
def test_who_bears_two_clauses_is_told_as_far_as_the_agreements_tell(
    one: list[str], other: list[str], match: Match
) -> None:
    kin = Kin(ACTORS, [FILLS])
    assert kin.match(one, other) is match
    assert kin.match(other, one) is match
