"""What the forms of the pages send: the conditions of the lists, with fields left blank."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from api.routes.asked import (
    AskedOfActors,
    AskedOfDocuments,
    AskedOfFindings,
    AskedOfParts,
    AskedOfSearch,
    AskedOfStatements,
)


class Form(BaseModel):
    """Takes a blank field for one that is absent, and the language of the page beside the conditions."""

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


class StatementsForm(Form, AskedOfStatements):
    """The form above statements and deadlines."""

    model_config = ConfigDict(extra="ignore")


class SearchForm(Form, AskedOfSearch):
    """The form of the search, which is empty at first."""

    model_config = ConfigDict(extra="ignore")

    q: str | None = None  # type: ignore[assignment]


class PartsForm(Form, AskedOfParts):
    """The form above responsibilities."""

    model_config = ConfigDict(extra="ignore")


class DocumentForm(Form, AskedOfDocuments):
    """The form above matrices."""

    model_config = ConfigDict(extra="ignore")


class ActorsForm(Form, AskedOfActors):
    """The form above actors."""

    model_config = ConfigDict(extra="ignore")


class FindingsForm(Form, AskedOfFindings):
    """The form above findings."""

    model_config = ConfigDict(extra="ignore")


class Place(BaseModel):
    """Which words of a text to mark; nothing is marked unless there are any."""

    start: int = 0
    end: int = 0

    def cut(self, text: str) -> tuple[str, str, str]:
        """``text`` before, at and after the words; a place beyond the text is its end."""
        start = min(max(self.start, 0), len(text))
        end = min(max(self.end, start), len(text))
        return text[:start], text[start:end], text[end:]
