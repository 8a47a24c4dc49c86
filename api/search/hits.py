"""What a search answers with."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Hit(BaseModel):
    """A clause that was found. ``text`` is the source of the agreement from ``start`` to ``end``."""

    model_config = ConfigDict(frozen=True)

    document: str = Field(description="Id of the agreement.")
    section: str = Field(description="Where in it, for a reader.")
    start: int = Field(description="First code point of the clause in the text of the agreement.")
    end: int = Field(description="Just after its last code point.")
    text: str = Field(description="The exact words.")
    score: float = Field(description="From 1 for what stands first in every ranking down to 0.")
    statement: str | None = Field(description="IRI of the statement or the row of a matrix that it is, if it is one.")
    kind: str | None = Field(description="The kind of statement, if it is one.")
