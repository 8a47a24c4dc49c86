"""Every rule of the time inventory reads its own example."""

import re

import edtf
import pytest

from ingest.model.text import MappedText
from ingest.understand.values import find_times, main_deadline
from ingest.understand.values.inventory import ATOMS, PLACES, TIMES
from ingest.understand.values.shadow import shadow
from ingest.understand.values.times import read_times

_DURATION = re.compile(r"(R\d+/)?P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?)?")
_DAY_OF_ANY_YEAR = re.compile(r"XXXX-\d\d-\d\d")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")


def mapped(text):
    return MappedText(text, tuple(range(len(text))))


def is_iso_or_edtf(value):
    if _DURATION.fullmatch(value) or _QUARTER.fullmatch(value):
        return True
    parts = value.split("/")
    if len(parts) == 2 and any(_QUARTER.fullmatch(part) for part in parts):
        return all(is_iso_or_edtf(part) for part in parts)
    return edtf.parse_edtf(value) is not None


@pytest.mark.parametrize("rule", ATOMS, ids=lambda rule: rule.id)
def test_atom_reads_its_example(rule):
    assert (rule.id, rule.expect) in {(atom.rule.id, atom.value) for atom in shadow(rule.example).atoms.values()}


@pytest.mark.parametrize("rule", TIMES, ids=lambda rule: rule.id)
def test_pattern_reads_its_example(rule):
    found = read_times(rule.example)
    assert (rule.id, rule.expect) in {(time.rule.id, time.value) for time in found}
    assert all(is_iso_or_edtf(time.value) for time in found)


@pytest.mark.parametrize("rule", TIMES, ids=lambda rule: rule.id)
def test_rank_decides_whether_the_example_has_a_main_time(rule):
    clause = mapped(rule.example)
    main = main_deadline(clause, find_times(clause))
    value = "P1Y" if _DAY_OF_ANY_YEAR.fullmatch(rule.expect) else rule.expect
    assert (main.value if main else None) == (value if rule.rank else None)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_place_lowers_the_rank_in_its_example(place):
    assert any(
        place.holds(time.rule.id, place.example[: time.start], place.example[time.end :])
        and place.rank < time.rule.rank
        for time in read_times(place.example)
    )


def test_ids_are_unique():
    ids = [rule.id for rule in (*ATOMS, *TIMES, *PLACES)]
    assert len(ids) == len(set(ids))
