"""The commands: what they write where, and in which form."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import made_up
import openpyxl
import pyoxigraph as ox
import pytest

from api.cli import main
from ingest.store import Store
from ontology.queries import queries

Said = tuple[int, str, str]
Run = Callable[..., Said]


@pytest.fixture
def run(made_up_data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the made-up data: its exit code, what it wrote and what it told."""

    def said(*arguments: str | Path) -> Said:
        with pytest.raises(SystemExit) as exit_:
            main([*map(str, arguments), "--data", str(made_up_data)])
        out, err = capsys.readouterr()
        return int(exit_.value.code or 0), out, err

    return said


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_off_a_terminal_statements_are_json_lines_of_the_contract(run: Run) -> None:
    code, out, err = run("export", "statements")
    assert (code, err) == (0, "")
    records = lines(out)
    assert len(records) == sum(len(made.understood.statements) for made in made_up.everything())
    assert list(records[0]) == [
        "id", "document", "section", "start", "end", "text", "kind", "bearers", "counterparties", "action",
        "deadline", "condition", "confidence",
    ]  # fmt: skip
    assert "vóór 1 maart 2032" in out


def test_json_is_one_array_of_the_same_records(run: Run) -> None:
    assert json.loads(run("export", "statements", "--format", "json")[1]) == lines(run("export", "statements")[1])
    assert json.loads(run("export", "raci", "--format", "json", "--document", "evaluatie-2033")[1]) == []


def test_every_option_narrows(run: Run) -> None:
    narrowed = ["--document", "samenwerking-2031", "--actor", "Merelhof", "--bearer", "merelhof"]
    narrowed += ["--kind", "role", "--kind", "duty", "-q", "merelhof", "--min-confidence", "0.9"]
    (record,) = lines(run("export", "statements", *narrowed)[1])
    assert record["section"] == "Artikel 1"
    period = ["--from", "2032-02-01", "--to", "2032-03-31"]
    assert {one["deadline"]["value"] for one in lines(run("export", "deadlines", *period)[1])} == {
        "2032-03-01",
        "2031/2034",
    }


def test_a_row_of_csv_is_a_statement_with_its_actors_joined(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "statements", "--format", "csv", "-q", "rapporteren")[1])))
    assert [row["bearers"] for row in rows] == ["penvoerder; Regiobureau"]
    assert (rows[0]["counterparties"], rows[0]["deadline_value"]) == ("stuurgroep Oeverpark", "R2/P1Y")


def test_a_file_gets_the_form_of_its_suffix(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "statements.xlsx"
    assert run("export", "statements", "-o", book) == (0, "", "")
    sheet = openpyxl.load_workbook(book).active
    header, first = list(sheet.iter_rows(values_only=True))[:2]
    assert dict(zip(header, first, strict=True))["text"] == "De stuurgroep kwam een keer bijeen."
    agenda = tmp_path / "deadlines.ics"
    assert run("export", "deadlines", "-o", agenda)[::2] == (
        0,
        "2 deadlines recur or hang on an event and have no day in a calendar\n",
    )
    assert len(icalendar.Calendar.from_ical(agenda.read_bytes()).events) == 3


def test_a_table_is_for_reading(run: Run) -> None:
    out = run("export", "statements", "--format", "table", "--document", "evaluatie-2033")[1]
    assert "De stuurgroep kwam een keer bijeen." in out
    assert "2 Bevindingen" in out
    assert "2 rows" in out


@pytest.mark.parametrize(
    ("form", "engine", "has_names"),
    [
        ("turtle", ox.RdfFormat.TURTLE, False),
        ("ntriples", ox.RdfFormat.N_TRIPLES, False),
        ("trig", ox.RdfFormat.TRIG, True),
        ("nquads", ox.RdfFormat.N_QUADS, True),
        ("jsonld", ox.RdfFormat.JSON_LD, True),
    ],
)
def test_the_graph_comes_in_each_format_of_rdf(
    run: Run, store: Store, form: str, engine: ox.RdfFormat, has_names: bool
) -> None:
    quads = set(ox.parse(run("export", "graph", "--format", form)[1].encode(), engine))
    if has_names:
        assert len(quads) == store.count()
        assert {quad.graph_name.value for quad in quads} == set(store.graphs())
    else:
        assert len(quads) == len(store.select("SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"))


def test_the_graph_of_one_agreement(run: Run, store: Store) -> None:
    graph = "https://w3id.org/afsprakengraaf/id/graph/evaluatie-2033"
    out = run("export", "graph", "--format", "nquads", "--document", "evaluatie-2033")[1]
    assert len(out.splitlines()) == store.count(graph)
    assert all(line.endswith(f"<{graph}> .") for line in out.splitlines())


def test_the_text_of_an_agreement_is_written_to_the_letter(run: Run) -> None:
    assert run("text", "samenwerking-2031") == (0, made_up.cooperation().understood.source.text, "")
    assert run("text", "kaderafspraak")[0] == 2


def test_relations_come_with_their_period(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "relations", "--format", "csv", "--actor", "merelhof")[1])))
    assert [(row["subject"], row["type"], row["object"], row["interval"]) for row in rows] == [
        ("Stichting Merelhof", "fills", "penvoerder", "2031/2033")
    ]


def test_a_named_question_takes_its_parameters_as_options(run: Run) -> None:
    rows = lines(run("query", "members-of-body", "--body", "Stuurgroep", "--document=samenwerking-2031")[1])
    assert {row["actorLabel"] for row in rows} >= {"penvoerder", "deelnemende scholen"}
    table = run("query", "members-of-body", "--body", "stuurgroep", "--format", "table")[1]
    assert "Who are the members of a body?" in table
    assert "penvoerder" in table


def test_without_a_name_the_questions_are_listed(run: Run) -> None:
    assert [one["id"] for one in lines(run("query")[1])] == list(queries())
    assert "deadlines-in-period" in run("query", "--format", "table")[1]


def test_sparql_answers_rows_graphs_and_yes_or_no(run: Run, tmp_path: Path) -> None:
    query = tmp_path / "kinds.rq"
    query.write_text(
        "PREFIX ag: <https://w3id.org/afsprakengraaf/ns#> SELECT ?k (COUNT(*) AS ?n) { ?s ag:kind ?k } GROUP BY ?k"
    )
    counted = {row["k"]: row["n"] for row in lines(run("sparql", f"@{query}")[1])}
    assert counted["finding"] == 1
    assert run("sparql", f"@{query}", "--format", "csv")[1].startswith("k,n\r\n")
    assert json.loads(run("sparql", f"@{query}", "--format", "json")[1])["head"]["vars"] == ["k", "n"]
    assert lines(run("sparql", "ASK { ?s ?p ?o }")[1]) == [{"answer": True}]
    graph = "CONSTRUCT { ?s a ?t } { ?s a ?t } LIMIT 1"
    assert run("sparql", graph)[1].rstrip().endswith(".")
    assert isinstance(json.loads(run("sparql", graph, "--format", "jsonld")[1]), list)


def test_a_cut_result_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFSPRAKEN_ROW_LIMIT", "2")
    code, out, err = run("sparql", "SELECT * { ?s ?p ?o }")
    assert (code, len(lines(out))) == (0, 2)
    assert "the result was cut: a limit on rows was reached" in err


def test_validate_fails_only_on_what_it_was_asked_to_fail_on(run: Run) -> None:
    code, out, err = run("validate")
    assert code == 0
    found = lines(out)
    assert err == "0 violation, {} warning, {} info\n".format(
        *(sum(one["severity"] == severity for one in found) for severity in ("warning", "info"))
    )
    assert run("validate", "--fail-on", "violation")[0] == 0
    assert run("validate", "--fail-on", "warning")[0] == 1
    assert run("validate", "--fail-on", "info", "--document", "evaluatie-2033")[0] == 0
    assert "Nobody is accountable (A) for this activity." in run("validate", "--format", "csv")[1]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["export", "verdicts"], "there is no export of 'verdicts'; take one of statements, raci, "),
        (["build", "--corpus", "/nergens"], "there is no folder /nergens"),
        (["export", "statements", "--role", "Q"], "there is no letter 'Q'; take one of R, A, S, C, I"),
        (["export", "raci", "--kind", "duty"], "raci cannot be narrowed by kind; narrow it by document"),
        (["export", "raci", "--kind", "duty", "--format", "table"], "raci cannot be narrowed by kind"),
        (["export", "actors", "--format", "ics"], "this does not come as ics; take one of table, json"),
        (["export", "statements", "--kind", "plicht"], "there is no kind 'plicht'; take one of duty, power"),
        (["export", "statements", "--actor", "niemand"], "no actor is called 'niemand'; look among"),
        (["export", "statements", "-o", "statements"], "statements has no suffix that tells the format"),
        (["export", "statements", "-o", "/nergens/x.csv"], "/nergens/x.csv: No such file or directory"),
        (["export", "statements", "--from", "gisteren"], "'gisteren' does not match"),
        (["export", "statements", "--colour", "red"], "No such option: --colour"),
        (["query", "who-am-i"], "no question is called 'who-am-i'"),
        (["query", "members-of-body", "stuurgroep"], "'stuurgroep' belongs to no parameter; write --NAME VALUE"),
        (["query", "members-of-body", "--body="], "--body has no value"),
        (["query", "members-of-body"], "'members-of-body' needs 'body'"),
        (["sparql", "SELECT *"], "correct it at that place"),
        (["sparql", "@nergens.rq"], "the query in nergens.rq cannot be read"),
        (["sparql", "INSERT DATA { <x:a> <x:b> <x:c> }"], "read-only"),
        (["sparql", "SELECT * { ?s ?p ?o }", "--format", "turtle"], "none of the formats"),
        (["validate", "--fail-on", "everything"], "Invalid value for '--fail-on'"),
        (["serve", "--host", "256.0.0.1"], "cannot be listened on"),
        (["serve", "--port", "70000"], "Invalid value for '--port'"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_code_2(run: Run, arguments: list[str], problem: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("error: ")
    assert problem in err


def test_errors_are_announced_in_dutch_where_the_locale_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    assert run("export", "verdicts")[2].startswith("fout: ")


def test_nothing_is_written_before_all_of_it_is_there(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "statements.csv"
    assert run("export", "statements", "--actor", "niemand", "-o", target)[0] == 2
    assert not target.exists()


def test_contradictions_are_json_lines_of_the_contract(run: Run) -> None:
    code, out, err = run("contradictions")
    assert (code, err) == (0, "1 hard and 1 soft are open, of 3; 0 are proposals\n")
    assert [record["type"] for record in lines(out)] == ["responsibility", "deadline", "scope"]
    assert out == run("export", "contradictions")[1]
    assert run("contradictions", "--proposals")[2] == "1 hard and 1 soft are open, of 4; 1 are proposals\n"


def test_people_read_contradictions_with_both_clauses_one_below_the_other(run: Run) -> None:
    (record,) = lines(run("contradictions", "--type", "deadline")[1])
    head, told, *sides = run("contradictions", "--type", "deadline", "--format", "table")[1].splitlines()
    assert head.startswith(f"{record['severity']}, deadline, {record['status']}")
    assert head.endswith(f"[{record['id'].rpartition('/')[2]}]")
    assert told == record["explanation"]["nl"]
    for side, line in zip((record["a"], record["b"]), sides, strict=False):
        assert line == f"  {side['document']}, {side['section']}: “{' '.join(side['text'].split())}”"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-on", "hard"], 1),
        (["--fail-on", "hard", "--severity", "soft"], 0),
        (["--fail-on", "soft", "--severity", "soft"], 1),
        (["--fail-on", "hard", "--status", "superseded"], 0),
        (["--fail-on", "hard", "--scope", "practice", "--proposals"], 0),
    ],
)
def test_only_what_is_open_and_certain_makes_the_command_fail(run: Run, arguments: list[str], code: int) -> None:
    assert run("contradictions", *arguments)[0] == code


def test_every_option_narrows_contradictions(run: Run) -> None:
    narrowed = ["--document", "herziening-2034", "--actor", "penvoerder", "--type", "deadline", "--scope", "between"]
    narrowed += ["--severity", "soft", "--status", "open", "-q", "begroting", "--min-confidence", "0.5"]
    (record,) = lines(run("contradictions", *narrowed)[1])
    assert record["explanation"]["nl"].startswith("Het werkplan is klaar")
    assert lines(run("export", "contradictions", *narrowed)[1]) == [record]
    assert lines(run("contradictions", *narrowed, "--verdict", "agree")[1]) == []


def test_a_row_of_csv_and_of_a_sheet_is_a_pair_with_both_quotes_and_sections(run: Run, tmp_path: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(run("contradictions", "--type", "scope", "--format", "csv")[1]))
    assert (row["a_section"], row["b_section"]) == ("Artikel 8", "Artikel 5")
    assert row["a_text"] == "Werkplan: overzicht van het werk in een jaar."
    assert row["b_text"] == "Werkplan: het plan voor twee jaren."
    assert (row["reason_nl"], row["reason_en"]) == ("De herziening gaat voor.", "The revision prevails.")
    assert row["verdict"] == ""
    book = tmp_path / "contradictions.xlsx"
    assert run("export", "contradictions", "-o", book)[0] == 0
    header, *rows = openpyxl.load_workbook(book).active.iter_rows(values_only=True)
    assert list(header) == ["also" if name == "repeats" else name for name in row]
    assert len(rows) == 3


def test_the_graph_of_contradictions_is_what_was_asked_for(run: Run) -> None:
    out = run("contradictions", "--severity", "soft", "--format", "turtle")[1]
    quads = list(ox.parse(out.encode(), ox.RdfFormat.TURTLE))
    ag = "https://w3id.org/afsprakengraaf/ns#"
    (found,) = {quad.subject.value for quad in quads if quad.object == ox.NamedNode(f"{ag}Contradiction")}
    assert found.rpartition("/")[2] == lines(run("contradictions", "--severity", "soft")[1])[0]["id"].rpartition("/")[2]
    assert sum(quad.object == ox.NamedNode(f"{ag}Clause") for quad in quads) == 2


def test_a_verdict_by_command_shows_in_every_form_until_it_is_withdrawn(run: Run) -> None:
    (record,) = lines(run("contradictions", "--type", "deadline")[1])
    key = record["id"].rpartition("/")[2]
    told = run("verdict", key, "explained", "--note", "De begroting valt in februari.")
    assert told == (0, "", f"{key}: explained; its status is explained\n")
    try:
        (judged,) = lines(run("contradictions", "--verdict", "explained")[1])
        assert (judged["status"], judged["reason"]["nl"]) == ("explained", "De begroting valt in februari.")
        (row,) = csv.DictReader(io.StringIO(run("contradictions", "--type", "deadline", "--format", "csv")[1]))
        assert (row["verdict"], row["verdict_note"]) == ("explained", "De begroting valt in februari.")
        assert row["verdict_at"].endswith("+00:00")
        assert "ag:verdict ag:verdict-explained" in run("contradictions", "--format", "turtle")[1]
        assert "verklaard" in run("contradictions", "--format", "html")[1]
    finally:
        assert run("verdict", record["id"], "withdraw")[2] == f"{key}: no verdict; its status is open\n"
    assert lines(run("contradictions", "--type", "deadline")[1]) == [record]


def test_a_verdict_on_nothing_or_without_a_reason_is_refused(run: Run) -> None:
    assert run("verdict", "nobody", "agree")[::2] == (
        2,
        "error: no contradiction has the key 'nobody'; look for its key in the list of contradictions\n",
    )
    key = lines(run("contradictions")[1])[0]["id"]
    assert run("verdict", key, "explained")[2].startswith("error: an explanation needs a note; ")
    assert run("verdict", key, "maybe")[0] == 2


def test_a_question_is_answered_in_text_for_people(run: Run) -> None:
    code, out, err = run("ask", "Wie stelt het werkplan vast?", "--format", "table")
    assert (code, err) == (0, "")
    first, place = out.splitlines()[:2]
    assert first.startswith("Stuurgroep Oeverpark, volgens Samenwerking Oeverpark, Artikel 3 lid 2: ")
    assert place.startswith("  [samenwerking-2031, Artikel 3 lid 2, 330–382, ")


def test_a_question_is_answered_in_the_record_of_the_contract(run: Run) -> None:
    answered = json.loads(run("ask", "Hoe vaak wordt er aan de stuurgroep gerapporteerd?", "--format", "json")[1])
    assert list(answered) == ["question", "language", "intent", "answers", "sparql", "message", "nearest"]
    assert (answered["language"], answered["intent"]) == ("nl", "frequency")
    assert list(answered["answers"][0]) == [
        "actors", "answer", "value", "document", "section", "start", "end", "text", "confidence",
    ]  # fmt: skip
    assert answered["answers"][0]["value"] == "twee keer per jaar (R2/P1Y)"


def test_a_file_of_questions_gives_a_line_each(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    asked = [{"id": "a", "question": "Wie zit de stuurgroep voor?"}, {"id": "b", "question": "Who insures the boats?"}]
    file.write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    first, second = lines(run("ask", "--from", file)[1])
    assert (first["id"], first["answers"][0]["section"]) == ("a", "Artikel 2")
    assert (second["id"], second["answers"]) == ("b", [])
    code, _, err = run("ask", "Wie?", "--from", file)
    assert code == 2
    assert "leave one of them out" in err


def test_asking_needs_a_question(run: Run) -> None:
    code, out, err = run("ask")
    assert (code, out) == (2, "")
    assert "there is no question" in err
