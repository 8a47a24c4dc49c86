"""RDF terms and query results as plain frozen values, so that no caller meets the engine's own types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

XSD = "http://www.w3.org/2001/XMLSchema#"
XSD_STRING = XSD + "string"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

type_of: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        XSD + "integer": int,
        XSD + "int": int,
        XSD + "long": int,
        XSD + "nonNegativeInteger": int,
        XSD + "decimal": Decimal,
        XSD + "double": float,
        XSD + "float": float,
        XSD + "boolean": lambda lexical: lexical in ("true", "1"),
        XSD + "date": date.fromisoformat,
        XSD + "dateTime": datetime.fromisoformat,
    }
)


@dataclass(frozen=True, slots=True)
class Iri:
    """An IRI."""

    value: str

    def __str__(self) -> str:
        return self.value

    def python(self) -> str:
        """The IRI as a string."""
        return self.value


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank node; its label holds only within one result."""

    value: str

    def __str__(self) -> str:
        return f"_:{self.value}"

    def python(self) -> str:
        """The label with its ``_:``."""
        return str(self)


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal: its lexical form, its datatype's IRI and, for language-tagged text, the tag."""

    value: str
    datatype: str = XSD_STRING
    language: str | None = None

    def __str__(self) -> str:
        return self.value

    def python(self) -> object:
        """The value as int, Decimal, float, bool, date or datetime where the datatype is one of those and the
        lexical form fits; the lexical form otherwise.
        """
        convert = type_of.get(self.datatype)
        if convert is None:
            return self.value
        try:
            return convert(self.value)
        except (ValueError, ArithmeticError):
            return self.value


@dataclass(frozen=True, slots=True)
class Triple:
    """A triple; as a term it is a triple that is spoken about (RDF 1.2)."""

    subject: Iri | Blank
    predicate: Iri
    object: Term

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate} {self.object}"

    def python(self) -> str:
        """The three terms as one string."""
        return str(self)


Term = Iri | Blank | Literal | Triple
Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT: variable names, and rows with a term or None for each variable."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Mapping[str, Term | None]]:
        """The rows as mappings from variable name to term."""
        return (dict(zip(self.variables, row, strict=True)) for row in self.rows)

    def records(self) -> list[dict[str, object]]:
        """The rows as dictionaries of plain Python values (see each term's ``python``), None where unbound."""
        return [
            {name: None if term is None else term.python() for name, term in zip(self.variables, row, strict=True)}
            for row in self.rows
        ]
