"""Rows of a SELECT in the four W3C formats, written one at a time so that a limit can stop between two rows.

SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/), XML
(https://www.w3.org/TR/rdf-sparql-XMLres/), CSV and TSV (https://www.w3.org/TR/sparql11-results-csv-tsv/).
A cut result carries ``"cut"`` beside ``"results"`` in JSON and a comment in XML; CSV and TSV have no place for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from json.encoder import encode_basestring as quoted
from types import MappingProxyType
from typing import Protocol

import pyoxigraph as ox

Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_CSV_SPECIAL = re.compile(r'[",\r\n]')
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class RowWriter(Protocol):
    """One format: ``head``, rows with ``between`` them, then ``end``; or ``end_cut`` when a limit stopped the rows,
    in which ``{}`` stands for the limit's name.
    """

    between: str
    end: str
    end_cut: str

    def __init__(self, names: Sequence[str]) -> None:
        """Write rows of these variables."""
        ...

    def head(self) -> str:
        """Everything before the first row."""
        ...

    def term(self, value: Value) -> str:
        """One value as text."""
        ...

    def row(self, texts: Sequence[str | None]) -> str:
        """One row, from the texts of its values; None where a variable is unbound."""
        ...


class JsonRows:
    """SPARQL 1.1 Query Results JSON, with the triple terms of 1.2."""

    between = ","
    end = "]}}"
    end_cut = ']},"cut":"{}"}'

    def __init__(self, names: Sequence[str]) -> None:
        self.names = [quoted(name) for name in names]

    def head(self) -> str:
        """Everything before the first row."""
        return '{"head":{"vars":[' + ",".join(self.names) + ']},"results":{"bindings":['

    def term(self, value: Value) -> str:
        """One value as a JSON object."""
        if isinstance(value, ox.NamedNode):
            return f'{{"type":"uri","value":{quoted(value.value)}}}'
        if isinstance(value, ox.BlankNode):
            return f'{{"type":"bnode","value":{quoted(value.value)}}}'
        if isinstance(value, ox.Triple):
            parts = zip(("subject", "predicate", "object"), value, strict=True)
            inner = ",".join(f'"{name}":{self.term(part)}' for name, part in parts)
            return f'{{"type":"triple","value":{{{inner}}}}}'
        more = ""
        if value.language is not None:
            more = f',"xml:lang":{quoted(value.language)}'
            if value.direction is not None:
                more += f',"its:dir":{quoted(value.direction.value)}'
        elif value.datatype.value != _XSD_STRING:
            more = f',"datatype":{quoted(value.datatype.value)}'
        return f'{{"type":"literal","value":{quoted(value.value)}{more}}}'

    def row(self, texts: Sequence[str | None]) -> str:
        """One row as an object that leaves out what is unbound."""
        bound = (f"{name}:{text}" for name, text in zip(self.names, texts, strict=True) if text is not None)
        return "{" + ",".join(bound) + "}"


class XmlRows:
    """SPARQL Query Results XML, with the triple terms of 1.2. Characters that XML cannot hold become U+FFFD."""

    between = ""
    end = "</results></sparql>"
    end_cut = f"<!-- cut: {{}} -->{end}"

    def __init__(self, names: Sequence[str]) -> None:
        self.names = [f'"{name}"' for name in names]

    def head(self) -> str:
        """Everything before the first row."""
        variables = "".join(f"<variable name={name}/>" for name in self.names)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#"'
            f' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"><head>{variables}</head><results>'
        )

    def term(self, value: Value) -> str:
        """One value as an element."""
        if isinstance(value, ox.NamedNode):
            return f"<uri>{escape(value.value)}</uri>"
        if isinstance(value, ox.BlankNode):
            return f"<bnode>{escape(value.value)}</bnode>"
        if isinstance(value, ox.Triple):
            parts = zip(("subject", "predicate", "object"), value, strict=True)
            return "<triple>" + "".join(f"<{name}>{self.term(part)}</{name}>" for name, part in parts) + "</triple>"
        kind = ""
        if value.language is not None:
            kind = f' xml:lang="{value.language}"'
            if value.direction is not None:
                kind += f' its:dir="{value.direction.value}"'
        elif value.datatype.value != _XSD_STRING:
            kind = f' datatype="{escape(value.datatype.value)}"'
        text = escape(_NOT_XML.sub("\ufffd", value.value)).replace("\r", "&#13;")
        return f"<literal{kind}>{text}</literal>"

    def row(self, texts: Sequence[str | None]) -> str:
        """One row."""
        bound = zip(self.names, texts, strict=True)
        bindings = (f"<binding name={name}>{text}</binding>" for name, text in bound if text is not None)
        return "<result>" + "".join(bindings) + "</result>"


class _Lines:
    """One line a row, with nothing between the lines and nothing after them."""

    between = end = end_cut = ""
    comma: str
    line_end: str

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names

    def row(self, texts: Sequence[str | None]) -> str:
        """One line."""
        return self.comma.join(text or "" for text in texts) + self.line_end


class CsvRows(_Lines):
    """SPARQL Results CSV: bare values, lossy by design."""

    comma, line_end = ",", "\r\n"

    def head(self) -> str:
        """The line of names."""
        return self.row(self.names)

    def term(self, value: Value) -> str:
        """The value without its kind, in double quotes where a comma, quote or line end asks for them."""
        if isinstance(value, ox.BlankNode):
            return f"_:{value.value}"
        text = str(value) if isinstance(value, ox.Triple) else value.value
        return '"' + text.replace('"', '""') + '"' if _CSV_SPECIAL.search(text) else text


class TsvRows(_Lines):
    """SPARQL Results TSV: values in the syntax of Turtle."""

    comma, line_end = "\t", "\n"

    def head(self) -> str:
        """The line of names."""
        return self.row([f"?{name}" for name in self.names])

    def term(self, value: Value) -> str:
        """The value as in N-Triples, its tabs escaped."""
        return str(value).replace("\t", "\\t")


WRITERS: Mapping[str, type[RowWriter]] = MappingProxyType(
    {"json": JsonRows, "xml": XmlRows, "csv": CsvRows, "tsv": TsvRows}
)
