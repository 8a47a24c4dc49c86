"""Searching the clauses of a generation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from api.records.filters import Filter, actors_named, documents_named
from api.search.fusion import fused
from api.search.hits import Hit
from ingest.errors import InputError, NotBuiltError
from ingest.index import FOLDER, PACKAGED, Conditions, Encoder, Index, load_encoder, model_name
from ingest.publish import Generation
from ingest.store import Store

LONGEST = 1000
_DEPTH = 100
_CONTEXT, _TITLE = 0.2, 0.5
_LEXICAL, _DENSE = 1.0, 0.7
_PHRASE = re.compile(r'["“”„]([^"“”„]+)["“”]')


class Searcher:
    """Answers searches on one generation; any number of threads may ask."""

    def __init__(self, index: Index, encoder: Encoder, store: Store) -> None:
        self._index, self._encoder, self._store = index, encoder, store

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
        where = self._conditions(query, tuple(documents), tuple(actors), tuple(kinds), since, until)
        depth = max(_DEPTH, k)
        terms = dict.fromkeys(self._index.analyser.terms(query), 1.0)
        by_column = {
            "word_terms": terms,
            "context_terms": dict.fromkeys(terms, _CONTEXT),
            "title_terms": dict.fromkeys(terms, _TITLE),
        }
        lexical = self._index.lexical(by_column, depth, where)
        dense = self._index.dense(self._encoder.encode([query])[0], depth, where)
        found = fused([(_LEXICAL, lexical), (_DENSE, dense)])
        return [
            Hit(
                document=one.document,
                section=one.section,
                start=one.start,
                end=one.end,
                text=one.text,
                score=round(score, 4),
                statement=one.statement,
                kind=one.kind,
            )
            for one, score in found[:k]
        ]

    def _conditions(
        self,
        query: str,
        documents: tuple[str, ...],
        actors: tuple[str, ...],
        kinds: tuple[str, ...],
        since: date | None,
        until: date | None,
    ) -> Conditions:
        if not any(map(str.isalnum, query)):
            raise InputError("there are no words to search for", "write a question or a few words")
        if len(query) > LONGEST:
            raise InputError(f"a search may hold {LONGEST} characters", "ask for less at once")
        wanted = Filter(kind=kinds, since=since, until=until)
        return Conditions(
            documents=tuple(documents_named(self._store, documents)),
            actors=tuple(actors_named(self._store, actors)),
            kinds=wanted.kind,
            since=wanted.since,
            until=wanted.until,
            phrases=tuple(_PHRASE.findall(query)),
        )


def open_searcher(generation: Generation, store: Store, model: str | None = None) -> Searcher:
    """A searcher on ``generation``, whose open store is ``store``; ``model`` as the setting names it (None: the
    packaged one).

    Raises NotBuiltError when the generation has no index, InputError when the model is not on this machine or is
    another one than the index was made with.
    """
    wanted = model or PACKAGED
    made_with = generation.manifest.models.get("embedding")
    if made_with is None:
        raise NotBuiltError("this graph has no search index", "build again with `afspraken build`")
    if made_with != model_name(wanted):
        raise InputError(
            f"the search index was made with the embedding model '{made_with}', not with '{model_name(wanted)}'",
            "set AFSPRAKEN_EMBEDDING_MODEL to the model that it was made with, or build again",
        )
    return Searcher(Index.open(generation.path(FOLDER)), load_encoder(wanted), store)
