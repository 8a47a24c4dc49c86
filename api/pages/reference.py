"""The OpenAPI document as a page shows it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, where it goes, what it takes and what it means."""

    name: str
    place: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One address with a verb; ``example`` is an answer, empty where the document has none."""

    verb: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str

    @property
    def anchor(self) -> str:
        """A name for the place of the operation on the page."""
        return re.sub(r"\W+", "-", f"{self.verb}{self.path}").strip("-").lower()


@dataclass(frozen=True, slots=True)
class Group:
    """The operations under one tag."""

    name: str
    operations: tuple[Operation, ...]


def reference(document: Mapping[str, Any], language: str) -> tuple[Group, ...]:
    """The groups of an OpenAPI document in its own order; what is written as "Dutch · English" in ``language``."""
    groups: dict[str, list[Operation]] = {}
    for path, verbs in document["paths"].items():
        for verb, operation in verbs.items():
            tag = operation.get("tags", [""])[0]
            groups.setdefault(tag, []).append(_operation(verb.upper(), path, operation, language))
    return tuple(Group(_in_language(tag, language), tuple(found)) for tag, found in groups.items())


def _operation(verb: str, path: str, operation: Mapping[str, Any], language: str) -> Operation:
    return Operation(
        verb=verb,
        path=path,
        summary=_in_language(operation.get("summary", ""), language),
        description=operation.get("description", ""),
        parameters=tuple(_parameter(parameter) for parameter in operation.get("parameters", [])),
        example=next(_examples(operation), ""),
    )


def _parameter(parameter: Mapping[str, Any]) -> Parameter:
    schema = parameter.get("schema", {})
    description = parameter.get("description") or schema.get("description", "")
    return Parameter(parameter["name"], parameter["in"], _type(schema), bool(parameter.get("required")), description)


def _type(schema: Mapping[str, Any]) -> str:
    if "anyOf" in schema:
        return " | ".join(kind for one in schema["anyOf"] if (kind := _type(one)) != "null")
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"{_type(schema.get('items', {}))} …"
    return str(schema.get("format") or schema.get("type", ""))


def _examples(operation: Mapping[str, Any]) -> Iterator[str]:
    for media in operation.get("responses", {}).get("200", {}).get("content", {}).values():
        if "example" in media:
            example = media["example"]
            yield example if isinstance(example, str) else json.dumps(example, ensure_ascii=False, indent=2)


def _in_language(text: str, language: str) -> str:
    dutch, separator, english = text.partition(" · ")
    return english if separator and language == "en" else dutch
