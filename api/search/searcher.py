"""Searching the clauses of a generation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import numpy as np

from api.records.filters import Filter, actors_named, documents_named
from api.records.queries import rows
from api.search.fusion import fused
from api.search.hits import Hit
from api.search.question import Question, read_question
from api.search.ranking import Ranker
from api.search.thesaurus import Thesaurus
from ingest.encoding import PACKAGED, Encoder, load_encoder, model_name
from ingest.errors import InputError, NotBuiltError
from ingest.index import FOLDER, Conditions, Found, Index
from ingest.publish import Generation
from ingest.store import Store

LONGEST = 1000
_DEPTH = 100
_REMEMBERED = 64
_SHARES = {"word_terms": 1.0, "context_terms": 0.2}
WORDS, MEANING = 1.0, 1.0
"""How much the order by words and the order by meaning weigh."""
_ANYWHERE = Conditions()


class Searcher:
    """Answers searches on one generation; any number of threads may ask."""

    def __init__(self, index: Index, encoder: Encoder, store: Store) -> None:
        self._index, self._store = index, store
        self._thesaurus = Thesaurus(index.analyser, _names(store))
        self._ranker = Ranker(index.terms, len(index))
        self._vector = lru_cache(_REMEMBERED)(lambda text: encoder.encode([text])[0])

    def search(
        self,
        query: str,
        k: int = 10,
        *,
        documents: Iterable[str] = (),
        actors: Iterable[str] = (),
        kinds: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> list[Hit]:
        """The ``k`` clauses that say most about ``query``, best first; none when nothing meets the conditions.

        ``query`` is a question or words, in Dutch or English; what stands in double quotes must occur word for word.
        ``documents`` are ids or IRIs of agreements, ``actors`` names, aliases, keys or IRIs of who must have a part
        in the clause, ``kinds`` codes of statements; ``since`` and ``until`` bound the days of its deadline. Each
        condition takes any of its values; all conditions must hold.

        Raises InputError for a query without words or with too many, or a kind or period that cannot be, and
        NotFoundError for an agreement or actor that is not there.
        """
        question = self.read(query)
        where = self._conditions(question, Filter(kind=tuple(kinds), since=since, until=until), documents, actors)
        depth = max(_DEPTH, k)
        found = _together(self.by_words(question, depth, where), self.by_meaning(question, depth, where))
        return [_hit(one, score) for one, score in found[:k]]

    def read(self, query: str) -> Question:
        """What ``query`` asks for."""
        return read_question(query, self._index.analyser, self._thesaurus)

    def terms(self, text: str) -> list[str]:
        """The terms in which ``text`` is compared."""
        return self._index.analyser.terms(text)

    def rarity(self, term: str) -> float:
        """How rare a term is among the clauses."""
        return self._ranker.rarity(term)

    def find(
        self,
        question: Question,
        k: int,
        *,
        documents: Iterable[str] = (),
        actors: Iterable[str] = (),
        kinds: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> list[tuple[Found, float, float]]:
        """What ``search`` finds for a question that was read, each with its score and how near its meaning is (the
        cosine). Raises as ``search`` does.
        """
        where = self._conditions(question, Filter(kind=tuple(kinds), since=since, until=until), documents, actors)
        depth, vector = max(_DEPTH, k), self._vector(question.text)
        worded = self.by_words(question, depth, where, vectors=True)
        meant = self.by_meaning(question, depth, where)
        near = {_place(one): float(vector @ np.asarray(one.vector)) for one in worded}
        near |= {_place(one): one.score for one in meant}
        return [(one, score, near[_place(one)]) for one, score in _together(worded, meant)[:k]]

    def by_words(
        self, question: Question, depth: int, where: Conditions = _ANYWHERE, *, vectors: bool = False
    ) -> list[Found]:
        """The clauses that share ideas with the question, best first, with their ``vectors`` where asked for."""
        weights = question.weights()
        by_column = {
            column: {term: round(weight * share, 2) for term, weight in weights.items()}
            for column, share in _SHARES.items()
        }
        return self._ranker.by_words(question, self._index.lexical(by_column, depth, where, vectors=vectors))

    def by_meaning(self, question: Question, depth: int, where: Conditions = _ANYWHERE) -> list[Found]:
        """The clauses whose meaning is nearest to the question's, best first."""
        return self._ranker.by_meaning(question, self._index.dense(self._vector(question.text), depth, where))

    def _conditions(
        self, question: Question, wanted: Filter, documents: Iterable[str], actors: Iterable[str]
    ) -> Conditions:
        if not any(map(str.isalnum, question.text)):
            raise InputError("there are no words to search for", "write a question or a few words")
        if len(question.text) > LONGEST:
            raise InputError(f"a search may hold {LONGEST} characters", "ask for less at once")
        return Conditions(
            documents=tuple(documents_named(self._store, documents)),
            actors=tuple(actors_named(self._store, actors)),
            kinds=wanted.kind,
            since=wanted.since,
            until=wanted.until,
            phrases=question.phrases,
        )


def _together(worded: Sequence[Found], meant: Sequence[Found]) -> list[tuple[Found, float]]:
    return fused([(WORDS, worded), (MEANING, meant)])


def _place(found: Found) -> tuple[str, int, int]:
    return found.document, found.start, found.end


def _names(store: Store) -> list[list[str]]:
    """The names of each actor that has more than one."""
    by_actor = groupby(rows(store, "actor-names"), key=itemgetter("actor"))
    names = [[row["name"] for row in group] for _, group in by_actor]
    return [called for called in names if len(called) > 1]


def _hit(found: Found, score: float) -> Hit:
    return Hit(
        document=found.document,
        section=found.section,
        start=found.start,
        end=found.end,
        text=found.text,
        score=round(score, 4),
        statement=found.statement,
        kind=found.kind,
    )


def open_searcher(generation: Generation, store: Store, model: str | None = None) -> Searcher:
    """A searcher on ``generation``, whose open store is ``store``; ``model`` as the setting names it (None: the
    packaged one).

    Raises NotBuiltError when the generation has no index or one that was made with another model, InputError when the
    model is not on this machine.
    """
    wanted = model or PACKAGED
    made_with = generation.manifest.models.get("embedding")
    if made_with is None:
        raise NotBuiltError("this graph has no search index", "build again with `afspraken build`")
    if made_with != model_name(wanted):
        raise NotBuiltError(
            f"the search index was made with the embedding model '{made_with}', not with '{model_name(wanted)}'",
            "set AFSPRAKEN_EMBEDDING_MODEL to the model that it was made with, or build again",
        )
    return Searcher(Index.open(generation.path(FOLDER)), load_encoder(wanted), store)
