"""One named question: what its file says about it, and its text with parameters bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.queries.parameters import Parameter, ParameterError, ParameterType, Value

_HEADER = re.compile(r"#\s*(?P<key>[a-z-]+):\s*(?P<value>.*\S)\s*")
_SLOT = re.compile(r"^[ \t]*VALUES \?(?P<name>\w+) \{ UNDEF \}[ \t]*\n", re.MULTILINE)
_NEEDED = "required"


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with an id. ``text`` is the file as it stands: valid SPARQL in which nothing is bound yet."""

    id: str
    title_nl: str
    title_en: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, values: Mapping[str, Value | Iterable[Value] | None]) -> str:
        """The query with ``values`` in place.

        Each value enters as RDF terms in a VALUES block, never as text; several values are alternatives (for
        words: all of them must occur). A parameter that is None or left out asks for no restriction.
        Raises ParameterError for a parameter that is unknown, missing or of the wrong type.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        given = {name: value for name, value in values.items() if value is not None}
        if unknown := given.keys() - known.keys():
            raise ParameterError(f"'{self.id}' has no parameter {_listed(unknown)}; it has {_listed(known)}")
        if missing := {name for name, p in known.items() if p.required} - given.keys():
            raise ParameterError(f"'{self.id}' needs {_listed(missing)}")
        blocks = {name: _block(known[name], value) for name, value in given.items()}
        return _SLOT.sub(lambda slot: blocks.get(slot["name"], ""), self.text)


def parse_query(name: str, text: str) -> NamedQuery:
    """The question in ``text``, the content of the file ``name``.rq. Raises ValueError when its header is amiss.

    The header is a run of comments: ``# id: …``, ``# title-nl: …``, ``# title-en: …`` and for each parameter
    ``# parameter: name | type | required or optional | meaning in Dutch | meaning in English``.
    """
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        match = _HEADER.fullmatch(line)
        if match is None:
            break
        if match["key"] == "parameter":
            parameters.append(_parameter(name, match["value"]))
        else:
            fields[match["key"]] = match["value"]
    if fields.keys() != {"id", "title-nl", "title-en"} or fields["id"] != name:
        raise ValueError(f"{name}.rq: the header must have its id, title-nl and title-en, and nothing else")
    slots, declared = set(_SLOT.findall(text)), {parameter.name for parameter in parameters}
    if slots != declared:
        raise ValueError(f"{name}.rq: declares {_listed(declared)} but has a place for {_listed(slots)}")
    return NamedQuery(name, fields["title-nl"], fields["title-en"], tuple(parameters), text)


def _parameter(query: str, value: str) -> Parameter:
    parts = [part.strip() for part in value.split("|")]
    if len(parts) != 5 or parts[2] not in {_NEEDED, "optional"}:
        raise ValueError(f"{query}.rq: not a parameter: {value}")
    name, type_, need, dutch, english = parts
    return Parameter(name, ParameterType(type_), need == _NEEDED, dutch, english)


def _block(parameter: Parameter, value: Value | Iterable[Value]) -> str:
    terms = " ".join(term.n3() for term in parameter.terms(value))
    return f"  VALUES ?{parameter.name} {{ {terms} }}\n"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in sorted(names)) or "none"
