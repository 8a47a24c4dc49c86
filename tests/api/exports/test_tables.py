"""Tables that no spreadsheet takes for a program."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from api.exports.tables import rows_table, table, write_csv, write_xlsx
from api.records.models import ActorRef, Document, Message, RaciRow, Statement

HOSTILE = ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "\t=1", "\r=1", '=HYPERLINK("http://x")', "http://x.example/", "12"]


def statement(text: str) -> Statement:
    return Statement(
        id="urn:x",
        document="d",
        section="1",
        start=0,
        end=len(text),
        text=text,
        kind="duty",
        bearers=[ActorRef(id="urn:a", label="=A1"), ActorRef(id="urn:b", label="penvoerder")],
        counterparties=[],
        action=text,
        deadline=None,
        condition=None,
        confidence=0.5,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_csv_cells_never_begin_as_a_formula(text: str) -> None:
    out = io.StringIO()
    write_csv(out, table(Statement, [statement(text)]))
    (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert row["text"] in (text, f"'{text}")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    assert row["bearers"] == "'=A1; penvoerder"
    assert (row["start"], row["confidence"], row["condition"]) == ("0", "0.5", "")


def test_a_quotation_mark_and_a_line_end_survive_csv() -> None:
    out = io.StringIO()
    write_csv(out, table(Statement, [statement('zegt "nee",\nen blijft')]))
    (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert row["text"] == 'zegt "nee",\nen blijft'


def test_workbook_cells_are_plain_text_and_plain_numbers() -> None:
    out = io.BytesIO()
    write_xlsx(out, table(Statement, [statement(text) for text in HOSTILE]), title="statements")
    sheet = openpyxl.load_workbook(out).active
    header, *rows = sheet.iter_rows()
    columns = [cell.value for cell in header]
    cells = [row[columns.index("text")] for row in rows]
    assert [cell.value.replace("_x000D_", "\r") for cell in cells] == HOSTILE
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    assert {row[columns.index("end")].data_type for row in rows} == {"n"}
    assert sheet.freeze_panes == "A2"


def test_a_matrix_has_a_column_for_each_actor() -> None:
    rows = [
        RaciRow(document="d", section="1", activity="a", start=0, end=1, assignments={"x": ["A", "R"]}),
        RaciRow(document="d", section="1", activity="b", start=2, end=3, assignments={"y": ["I"], "x": []}),
    ]
    out = io.StringIO()
    write_csv(out, table(RaciRow, rows))
    assert out.getvalue().splitlines() == [
        "document,section,activity,x,y,start,end",
        "d,1,a,AR,,0,1",
        "d,1,b,,I,2,3",
    ]


def test_rows_of_any_columns_become_a_table() -> None:
    out = io.StringIO()
    write_csv(out, rows_table([{"a": 1, "b": None}, {"a": "=x", "b": ["y"]}]))
    assert out.getvalue() == "a,b\r\n1,\r\n'=x,['y']\r\n"
    empty = io.BytesIO()
    write_xlsx(empty, rows_table([]), title="empty")
    assert openpyxl.load_workbook(empty).active.max_row == 1


def test_the_number_of_statements_of_an_agreement_is_added_up() -> None:
    document = Document(
        id="d", iri="urn:d", title="t", date=None, version=None, status="final", kind="agreement", language="nl",
        annex_of=None, evaluates=["a", "b"], origin=None, sha256="", guessed=False, counts={"duty": 2, "power": 1},
    )  # fmt: skip
    out = io.StringIO()
    write_csv(out, table(Document, [document]))
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert (row["statements"], row["evaluates"]) == ("3", "a; b")


def test_a_record_without_a_flat_form_is_refused() -> None:
    from ingest.errors import InputError

    with pytest.raises(InputError, match="message records have no table form; take json or jsonl"):
        table(Message, [])
