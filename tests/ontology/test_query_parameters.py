"""Values enter a question as terms and can never change what is asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from rdflib.plugins.sparql import prepareQuery

from ingest.store import Literal, memory_store
from ontology.queries import Parameter, ParameterError, ParameterType, UnknownQueryError, queries, query
from ontology.queries.named import parse_query

ECHO = """# id: echo
# title-nl: Echo
# title-en: Echo
# parameter: said | string | optional | een woord | a word

SELECT ?said WHERE {
  VALUES ?said { UNDEF }
}
ORDER BY ?said
"""

NASTY = [
    'x" } UNION { ?s ?p ?o } #',
    "x' } DROP ALL #",
    '"""',
    'a"""b',
    "back\\slash",
    'ends with quote"',
    "\\u0022 } #",
    "\\u005C",
    "new\nline\r\ttab",
    "# comment",
    "VALUES ?said { UNDEF }",
    "?said",
    "{}%s{0}",
    "é€😀",
    "\\",
    '\\"',
]


def parameter(type_: str) -> Parameter:
    return Parameter("p", ParameterType(type_), True, "iets", "something")


@pytest.mark.parametrize("text", NASTY)
def test_a_string_comes_back_as_it_went_in(text: str) -> None:
    with memory_store() as store:
        rows = store.select(parse_query("echo", ECHO).bind({"said": text})).rows
    assert rows == ((Literal(text.strip()),),)


def test_several_values_are_alternatives() -> None:
    with memory_store() as store:
        rows = store.select(parse_query("echo", ECHO).bind({"said": ["b", "a", "b"]})).rows
    assert [row[0] for row in rows] == [Literal("a"), Literal("b")]


def test_nothing_given_leaves_no_restriction() -> None:
    echo = parse_query("echo", ECHO)
    assert "VALUES" not in echo.bind({})
    assert echo.bind({"said": None}) == echo.bind({})


@pytest.mark.parametrize(
    ("type_", "value", "terms"),
    [
        ("iri", "https://example.org/a", ["<https://example.org/a>"]),
        ("words", "Het Wérkplan  opstellen, het!", ['"het"', '"werkplan"', '"opstellen"']),
        ("words", ["begroting 2031"], ['"begroting"', '"2031"']),
        ("words", "foto's", ['"foto\'s"']),
        ("name", "  De  Coördinator ", ['"de coordinator"']),
        ("date", "2031-03-01", ['"2031-03-01"^^<http://www.w3.org/2001/XMLSchema#date>']),
        ("date", date(2031, 3, 1), ['"2031-03-01"^^<http://www.w3.org/2001/XMLSchema#date>']),
        ("integer", "12", ['"12"^^<http://www.w3.org/2001/XMLSchema#integer>']),
        ("decimal", 0.5, ['"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>']),
        ("decimal", Decimal("1E-7"), ['"0.0000001"^^<http://www.w3.org/2001/XMLSchema#decimal>']),
    ],
)
def test_values_become_terms_of_their_type(type_: str, value: Any, terms: list[str]) -> None:
    assert [term.n3() for term in parameter(type_).terms(value)] == terms


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("iri", "no-scheme"),
        ("iri", "https://example.org/> } #"),
        ("iri", "https://example.org/a b"),
        ("iri", 'https://example.org/"'),
        ("iri", "https://example.org/\\u003E"),
        ("iri", "https://example.org/{x}"),
        ("iri", ""),
        ("date", "1 maart"),
        ("date", "2031-02-30"),
        ("integer", "1.5"),
        ("decimal", "NaN"),
        ("decimal", "Infinity"),
        ("decimal", "veel"),
        ("words", " ,.! "),
        ("string", "  "),
        ("string", []),
        ("name", ""),
    ],
)
def test_values_that_do_not_fit_are_refused(type_: str, value: Any) -> None:
    with pytest.raises(ParameterError, match="'p'"):
        parameter(type_).terms(value)


def test_unknown_and_missing_parameters_are_named() -> None:
    with pytest.raises(ParameterError, match="no parameter 'actors'; it has 'actor', 'document', 'on'"):
        query("duties-of-actor").bind({"actor": "https://example.org/a", "actors": "x"})
    with pytest.raises(ParameterError, match="'duties-of-actor' needs 'actor'"):
        query("duties-of-actor").bind({})


def test_unknown_question_lists_those_there_are() -> None:
    with pytest.raises(UnknownQueryError, match="no question is called 'wie'; there are activities-without"):
        query("wie")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("# id: echo", "# id: other", "must have its id"),
        ("# title-en: Echo\n", "", "must have its id"),
        ("# title-en:", "# titel:", "must have its id"),
        ("optional", "sometimes", "not a parameter"),
        (" | a word", "", "not a parameter"),
        ("| string |", "| text |", "text"),
        ("VALUES ?said { UNDEF }", "", "has a place for none"),
        ("# parameter: said", "# parameter: told", "declares 'told' but has a place for 'said'"),
    ],
)
def test_header_that_is_amiss_is_refused(old: str, new: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_query("echo", ECHO.replace(old, new))


@pytest.mark.parametrize("name", list(queries()))
def test_titles_are_questions_or_names_in_two_languages(name: str) -> None:
    named = query(name)
    assert named.title_nl != named.title_en
    assert named.title_nl[0].isupper()
    assert named.title_en.endswith("?") == named.title_nl.endswith("?")
    assert all(p.meaning_nl and p.meaning_en and p.meaning_nl != p.meaning_en for p in named.parameters)


@pytest.mark.parametrize("name", list(queries()))
def test_a_second_parser_accepts_the_question(name: str) -> None:
    prepareQuery(query(name).text)
