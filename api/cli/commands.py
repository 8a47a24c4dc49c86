"""The commands and their options. Each imports what does its work when it is called."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from api.cli.options import (
    DEFAULT_CORPUS,
    DEFAULT_DATA,
    About,
    Actors,
    Basis,
    Bearers,
    Corpus,
    Data,
    Documents,
    Kinds,
    Least,
    Letters,
    Output,
    Proposals,
    Questions,
    Scopes,
    Severities,
    Since,
    Statuses,
    Types,
    Until,
    Verdicts,
    Words,
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Who must do what, by when, and who decides, in governance agreements; every answer with its clause.",
)


class Severity(StrEnum):
    """How much a finding of validation weighs."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


class Gravity(StrEnum):
    """How grave a contradiction is."""

    HARD = "hard"
    SOFT = "soft"


class Opinion(StrEnum):
    """What a person says of a contradiction."""

    AGREE = "agree"
    NOT_A_CONTRADICTION = "not-a-contradiction"
    EXPLAINED = "explained"
    WITHDRAW = "withdraw"


@app.command()
def build(
    corpus: Corpus = DEFAULT_CORPUS,
    data: Data = DEFAULT_DATA,
    format: Annotated[str | None, typer.Option("--format", help="table, json or jsonl.")] = None,
) -> None:
    """Read every agreement, make and validate the graph, and serve it from now on."""
    from api.cli.building import build_graph

    build_graph(corpus, data, format)


@app.command()
def serve(
    data: Data = DEFAULT_DATA,
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="Port; 0 takes a free one.")] = None,
) -> None:
    """Serve the API and the web pages."""
    from api.cli.serving import serve_graph

    serve_graph(data, host, port)


@app.command()
def mcp(data: Data = DEFAULT_DATA) -> None:
    """Answer an assistant over standard input and output (Model Context Protocol)."""
    from api.cli.assisting import serve_tools

    serve_tools(data)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="A question in Dutch or English.")] = None,
    data: Data = DEFAULT_DATA,
    questions: Questions = None,
    format: Annotated[str | None, typer.Option("--format", help="table, json or jsonl.")] = None,
    output: Output = None,
) -> None:
    """Answer a question in plain language with one sentence and the clauses that it rests on."""
    from api.cli.asking import answer_each, answer_once

    if questions is not None:
        answer_each(questions, question, data, format, output)
    else:
        answer_once(question, data, format, output)


@app.command()
def search(
    words: Annotated[str | None, typer.Argument(metavar="WORDS", help="A question, or words to look for.")] = None,
    data: Data = DEFAULT_DATA,
    number: Annotated[int, typer.Option("-k", min=1, max=500, help="How many clauses.")] = 10,
    questions: Questions = None,
    document: Documents = None,
    actor: Actors = None,
    kinds: Kinds = None,
    since: Annotated[
        datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="Only with a time on or after this day.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="Only with a time on or before this day.")
    ] = None,
    format: Annotated[str | None, typer.Option("--format", help="table, json, jsonl, csv or xlsx.")] = None,
    output: Output = None,
) -> None:
    """Find clauses by their words and by what they mean, in Dutch or English."""
    from api.cli.searching import Narrowed, search_each, search_once

    narrowed = Narrowed(
        k=number,
        documents=tuple(document or ()),
        actors=tuple(actor or ()),
        kinds=tuple(kinds or ()),
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    if questions is not None:
        search_each(questions, words, data, narrowed, format, output)
    else:
        search_once(words, data, narrowed, format, output)


@app.command()
def sparql(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="The query, @FILE to read it from a file, or - for stdin.")
    ],
    data: Data = DEFAULT_DATA,
    format: Annotated[
        str | None,
        typer.Option(
            "--format", help="table, json, jsonl, csv, tsv, xml; turtle, ntriples, jsonld, rdfxml for graphs."
        ),
    ] = None,
    output: Output = None,
) -> None:
    """Ask a SPARQL query."""
    from api.cli.sparql import ask_sparql

    ask_sparql(query, data, format, output)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def query(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Which question; without it they are listed.")
    ] = None,
    data: Data = DEFAULT_DATA,
    format: Annotated[str | None, typer.Option("--format", help="table, json, jsonl, csv or xlsx.")] = None,
    columns: Annotated[str | None, typer.Option("--columns", help="Only these, in this order: a,b,c.")] = None,
    output: Output = None,
) -> None:
    """Ask a named question: afspraken query NAME --PARAMETER VALUE … ; without NAME, list the questions."""
    from api.cli.questions import ask_question, list_questions

    if name is None:
        list_questions(format, output)
    else:
        ask_question(name, context.args, data, format, output, columns)


@app.command()
def validate(
    data: Data = DEFAULT_DATA,
    fail_on: Annotated[
        Severity | None, typer.Option("--fail-on", help="Exit with 1 when something is found that weighs as much.")
    ] = None,
    document: Documents = None,
    format: Annotated[str | None, typer.Option("--format", help="table, json, jsonl, csv or xlsx.")] = None,
    output: Output = None,
) -> None:
    """Show what validation found in the graph and the agreements."""
    from api.cli.validating import show_findings

    found = show_findings(data, document or [], None if fail_on is None else fail_on.value, format, output)
    if found:
        raise typer.Exit(1)


@app.command()
def contradictions(
    data: Data = DEFAULT_DATA,
    fail_on: Annotated[
        Gravity | None, typer.Option("--fail-on", help="Exit with 1 when one that is open is found that is as grave.")
    ] = None,
    document: Documents = None,
    actor: Actors = None,
    types: About = None,
    scopes: Scopes = None,
    severities: Severities = None,
    statuses: Statuses = None,
    verdicts: Verdicts = None,
    words: Words = None,
    least: Least = None,
    proposals: Proposals = False,
    format: Annotated[
        str | None, typer.Option("--format", help="table, json, jsonl, csv, xlsx, html or turtle.")
    ] = None,
    output: Output = None,
) -> None:
    """Show the clauses that contradict each other, the surest first."""
    from api.cli.contradicting import show_contradictions
    from api.cli.narrowing import narrowed

    wanted = narrowed(
        document=document,
        actor=actor,
        type=types,
        words=words,
        least=least,
        scope=scopes,
        severity=severities,
        status=statuses,
        verdict=verdicts,
        proposals=proposals,
    )
    if show_contradictions(wanted, data, None if fail_on is None else fail_on.value, format, output):
        raise typer.Exit(1)


@app.command()
def verdict(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key of the pair, or the contradiction's IRI.")],
    opinion: Annotated[
        Opinion, typer.Argument(metavar="VERDICT", help="agree, not-a-contradiction, explained; or withdraw.")
    ],
    note: Annotated[str | None, typer.Option("--note", help="Why; what is explained needs one.")] = None,
    data: Data = DEFAULT_DATA,
) -> None:
    """Say what you find of a contradiction; it outlives every build."""
    from api.cli.contradicting import judge

    judge(key, opinion.value, note, data)


@app.command()
def export(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="statements, raci, deadlines, responsibilities, contradictions, actors, relations, documents, graph.",
        ),
    ],
    data: Data = DEFAULT_DATA,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="json, jsonl, csv, xlsx, table; ics for deadlines; html, turtle for contradictions; "
            "turtle, trig, nquads, jsonld for graph.",
        ),
    ] = None,
    output: Output = None,
    document: Documents = None,
    actor: Actors = None,
    bearer: Bearers = None,
    kinds: Kinds = None,
    types: Types = None,
    words: Words = None,
    since: Since = None,
    until: Until = None,
    least: Least = None,
    letters: Letters = None,
    basis: Basis = None,
    scopes: Scopes = None,
    severities: Severities = None,
    statuses: Statuses = None,
    verdicts: Verdicts = None,
    proposals: Proposals = False,
) -> None:
    """Write everything of one kind, or what the options narrow it to."""
    from api.cli.exporting import export_kind
    from api.cli.narrowing import narrowed

    wanted = narrowed(
        document=document,
        actor=actor,
        bearer=bearer,
        kind=kinds,
        type=types,
        words=words,
        since=since,
        until=until,
        least=least,
        letter=letters,
        basis=basis,
        scope=scopes,
        severity=severities,
        status=statuses,
        verdict=verdicts,
        proposals=proposals,
    )
    export_kind(kind, wanted, data, format, output)


@app.command()
def text(
    document: Annotated[str, typer.Argument(metavar="ID", help="The agreement's id.")],
    data: Data = DEFAULT_DATA,
    output: Output = None,
) -> None:
    """Write the exact text of an agreement, in which every start and end counts characters."""
    from api.cli.exporting import write_text

    write_text(document, data, output)
