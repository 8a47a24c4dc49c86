"""Parameters of a named question: their types, and how a value becomes RDF terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from urllib.parse import urlsplit

from rdflib import XSD, Literal, URIRef

from ontology.folding import fold

Value = str | int | float | bool | Decimal | date
Term = URIRef | Literal

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_FORBIDDEN_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


class ParameterError(ValueError):
    """A parameter that the question does not have, that is missing, or whose value does not fit its type."""


class ParameterType(StrEnum):
    """What a parameter takes."""

    IRI = "iri"
    STRING = "string"
    NAME = "name"  # a name, compared without regard to case and accents
    WORDS = "words"  # words that must all occur, without regard to case and accents
    DATE = "date"
    INTEGER = "integer"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its variable without question mark, and what it means in Dutch and English."""

    name: str
    type: ParameterType
    required: bool
    meaning_nl: str
    meaning_en: str

    def terms(self, value: Value | Iterable[Value]) -> tuple[Term, ...]:
        """The RDF terms for ``value``, or for each of several alternative values.

        Raises ParameterError when a value does not fit the type, or when nothing is left to look for.
        """
        several = [value] if isinstance(value, (str, int, float, Decimal, date)) else list(value)
        terms = tuple(dict.fromkeys(term for one in several for term in self._terms(one)))
        if not terms:
            raise ParameterError(f"parameter '{self.name}' is empty: give {self.meaning_en}")
        return terms

    def _terms(self, value: Value) -> list[Term]:
        text = value.isoformat() if isinstance(value, date) else str(value).strip()
        try:
            return self._typed(text)
        except (ValueError, InvalidOperation) as error:
            raise ParameterError(f"parameter '{self.name}' is no {self.type}: {text!r}") from error

    def _typed(self, text: str) -> list[Term]:
        match self.type:
            case ParameterType.IRI:
                if not urlsplit(text).scheme or _FORBIDDEN_IN_IRI.search(text):
                    raise ValueError(text)
                return [URIRef(text)]
            case ParameterType.DATE:
                return [Literal(date.fromisoformat(text))]
            case ParameterType.INTEGER:
                return [Literal(int(text))]
            case ParameterType.DECIMAL:
                return [_decimal(text)]
            case ParameterType.WORDS:
                return [Literal(word) for word in _WORD.findall(fold(text))]
            case ParameterType.NAME:
                return [Literal(fold(text))] if text else []
            case ParameterType.STRING:
                return [Literal(text)] if text else []


def _decimal(text: str) -> Literal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    return Literal(f"{number:f}", datatype=XSD.decimal)
