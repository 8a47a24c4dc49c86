"""What the forms of the pages send: the conditions of the lists, with fields left blank."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from api.routes.asked import (
    AskedOfActors,
    AskedOfContradictions,
    AskedOfDocuments,
    AskedOfFindings,
    AskedOfParts,
    AskedOfSearch,
    AskedOfStatements,
)


class Form(BaseModel):
    """Takes a blank field for one that is absent, and the language of the page beside the conditions.

    As the last of the bases it has the last word on what else may be sent.
    """

    model_config = ConfigDict(extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        kept = {
            name: [one for one in value if str(one).strip()] if isinstance(value, list) else value
            for name, value in values.items()
        }
        return {name: value for name, value in kept.items() if value != [] and str(value).strip()}


class StatementsForm(AskedOfStatements, Form):
    """The form above statements and deadlines."""


class SearchForm(AskedOfSearch, Form):
    """The form of the search, which is empty at first."""

    q: str | None = None  # type: ignore[assignment]


class PartsForm(AskedOfParts, Form):
    """The form above responsibilities."""


class DocumentForm(AskedOfDocuments, Form):
    """The form above matrices."""


class ContradictionsForm(AskedOfContradictions, Form):
    """The form above contradictions."""


class ActorsForm(AskedOfActors, Form):
    """The form above actors."""


class FindingsForm(AskedOfFindings, Form):
    """The form above findings."""


class Place(BaseModel):
    """Which words of a text to mark; nothing is marked unless there are any."""

    start: int = 0
    end: int = 0

    def cut(self, text: str) -> tuple[str, str, str]:
        """``text`` before, at and after the words; a place beyond the text is its end."""
        start = min(max(self.start, 0), len(text))
        end = min(max(self.end, start), len(text))
        return text[:start], text[start:end], text[end:]
