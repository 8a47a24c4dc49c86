"""Every time in a clause, its relation, its event and its place in the source."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model.statements import DeadlineRelation, DeadlineType
from ingest.model.text import MappedText, Span
from ingest.understand.values import find_amounts, find_references, find_times, main_deadline
from ingest.understand.values.numbers import number, ordinal


def mapped(text):
    return MappedText(text, tuple(range(len(text))))


def only(text):
    (time,) = find_times(mapped(text))
    return time


@pytest.mark.parametrize(
    ("text", "type_", "relation"),
    [
        ("Het plan is vóór 1 juni 2031 klaar.", "date", "before"),
        ("Het plan is uiterlijk 1 juni 2031 klaar.", "date", "by"),
        ("De regeling vervalt op 1 juni 2031.", "date", "on"),
        ("De regeling geldt met ingang van 1 juni 2031.", "date", "from"),
        ("De start ligt niet eerder dan medio 2031.", "date", "from"),
        ("De regeling geldt tot en met 1 juni 2031.", "date", "until"),
        ("De proef loopt in 2031.", "date", "during"),
        ("De proef loopt in de eerste helft van 2031.", "interval", "during"),
        ("De proef loopt van 2031 t/m 2034.", "interval", "during"),
        ("De raad vergadert tweemaal per jaar.", "recurring", "every"),
        ("Het antwoord volgt binnen zes weken na ontvangst.", "relative", "within"),
        ("Uiterlijk zes weken voor de vergadering gaan de stukken rond.", "relative", "by"),
    ],
)
def test_type_and_relation(text, type_, relation):
    time = only(text)
    assert (time.type, time.relation) == (DeadlineType(type_), DeadlineRelation(relation))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Binnen 7 werkdagen na dagtekening van voornoemde mededeling zendt elke Partij zijn zienswijze.",
            "dagtekening van voornoemde mededeling",
        ),
        (
            "Binnen 7 werkdagen na afloop van de termijn voor zienswijze overleggen Partijen over een oplossing.",
            "afloop van de termijn voor zienswijze",
        ),
        (
            "Uiterlijk een half jaar voor het eind van de looptijd van deze overeenkomst wordt een besluit genomen.",
            "het eind van de looptijd van deze overeenkomst",
        ),
        (
            "Volgens de afspraak wordt drie jaar na inwerkingtreding van de wet een evaluatie uitgevoerd.",
            "inwerkingtreding van de wet",
        ),
        ("Na afloop van de samenwerkingsperiode stelt de partij een verslag op.", "afloop van de samenwerkingsperiode"),
        ("Binnen zes weken nadat het verzoek is ontvangen, beslist het college.", "het verzoek is ontvangen"),
        ("De raad beslist binnen vier weken na toezending aan de leden.", "toezending aan de leden"),
        (
            "Binnen acht weken na de datum waarop het verzoek is ontvangen, beslist het college.",
            "de datum waarop het verzoek is ontvangen",
        ),
        ("De partij betaalt binnen 30 dagen na factuurdatum.", "factuurdatum"),
        ("De stukken worden 7 dagen voor de te houden vergadering toegezonden.", "de te houden vergadering"),
        ("De partij betaalt binnen een maand na ontvangst uit aan de gemeente.", "ontvangst"),
        (
            "Binnen twee maanden na afloop van de activiteiten waarvoor subsidie is verleend, volgt een verslag.",
            "afloop van de activiteiten waarvoor subsidie is verleend",
        ),
        ("De partij meldt dit binnen vier weken.", None),
        ("De partij meldt dit binnen vier weken na .", None),
    ],
)
def test_event_of_a_relative_time(text, event):
    assert only(text).event == event


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("op 3 juni 2031", "2031-06-03"),
        ("op 3 jun. 2031", "2031-06-03"),
        ("op dinsdag 3 juni 2031", "2031-06-03"),
        ("op 03-06-2031", "2031-06-03"),
        ("op 3/6/2031", "2031-06-03"),
        ("op 3.6.2031", "2031-06-03"),
        ("op 2031-06-03", "2031-06-03"),
        ("vo\u0301o\u0301r 3 juni 2031", "2031-06-03"),
        ("op 3\u00a0juni\u00a02031", "2031-06-03"),
        ("in Q3 2031", "2031-Q3"),
        ("in het 3e kwartaal 2031", "2031-Q3"),
        ("in het derde kwartaal van 2031", "2031-Q3"),
        ("begin 2031", "2031-01~"),
        ("medio 2031", "2031-07~"),
        ("eind 2031", "2031-12~"),
        ("eind februari 2032", "2032-02-29~"),
        ("per ultimo 2031", "2031-12-31"),
        ("in het voorjaar van 2031", "2031-21"),
        ("in de periode 2031 – 2034", "2031/2034"),
        ("in de periode 2031\u20112034", "2031/2034"),
        ("van 2031 tot en met 2034", "2031/2034"),
        ("van 1 januari tot en met 30 juni 2031", "2031-01-01/2031-06-30"),
        ("tussen 1 november en 1 februari 2031", "2030-11-01/2031-02-01"),
        ("voor vijf jaar, ingaande 2031", "2031/2035"),
        ("vier jaar vanaf 1 juli 2031", "2031-07-01/2035-06-30"),
        ("vanaf 2031 tot heden", "2031/.."),
        ("per kwartaal", "P3M"),
        ("per half jaar", "P6M"),
        ("vierjaarlijks", "P4Y"),
        ("driemaandelijks", "P3M"),
        ("om de andere week", "P2W"),
        ("twee à drie keer per jaar", "R2/P1Y"),
        ("binnen anderhalf jaar", "P18M"),
        ("binnen twee en een half jaar", "P30M"),
        ("binnen eenentwintig dagen", "P21D"),
        ("binnen een kwartaal", "P3M"),
        ("binnen drie kwartalen", "P9M"),
        ("binnen 24 uur", "PT24H"),
        ("binnen een half uur", "PT30M"),
    ],
)
def test_ways_to_write_a_time(text, value):
    assert only(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "Zie Stb. 2016, 156.",
        "Verordening (EU) 2016/679 is van toepassing.",
        "Op 31 februari 2031 gebeurt niets.",
        "Het kost € 2031,50.",
        "Zie artikel 2019.",
        "Het dagelijks bestuur besluit.",
        "De klant belt te allen tijde.",
        "De dienst grijpt in een zo vroeg mogelijk stadium in.",
    ],
)
def test_what_is_no_time(text):
    assert find_times(mapped(text)) == ()


def test_times_stand_in_text_order_and_point_into_the_source():
    text = "Vóór 1 juni 2031 en daarna jaarlijks rapporteert de dienst."
    shift = 1000
    times = find_times(MappedText(text, tuple(range(shift, shift + len(text)))))
    assert [time.surface for time in times] == ["Vóór 1 juni 2031", "jaarlijks"]
    assert times[0].span == Span(shift, shift + 16)
    assert all(text[time.span.start - shift : time.span.end - shift] == time.surface for time in times)


def test_a_gap_in_the_source_lies_inside_the_span():
    text = "voor 1 juni 2031"
    offsets = (*range(7), *range(40, 49))
    assert only_of(MappedText(text, offsets)).span == Span(0, 49)


def only_of(clause):
    (time,) = find_times(clause)
    return time


def test_a_time_within_an_event_belongs_to_the_event():
    time = only("De dienst rapporteert binnen drie maanden na 1 januari 2031.")
    assert (time.value, time.event) == ("P3M", "1 januari 2031")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("eenentwintig", 21),
        ("tweeendertig", 32),
        ("achtennegentig", 98),
        ("honderd", 100),
        ("1.000", 1000),
        ("2,5", "2.5"),
    ],
)
def test_numbers(text, value):
    assert str(number(text)) == str(value)


@pytest.mark.parametrize(("text", "value"), [("eerste", 1), ("3e", 3), ("achtste", 8), ("twintigste", 20), ("IV", 4)])
def test_ordinals(text, value):
    assert ordinal(text) == value


WORDS = [
    *("1", "12", "31", "2031", "2034", "XXXX", "5.4", "zes", "twee", "half", "anderhalf", "eerste", "derde", "Q3"),
    *("juni", "januari", "najaar", "medio", "eind", "jaar", "jaren", "maand", "week", "dag", "kwartaal", "jaarlijks"),
    *(
        "per",
        "keer",
        "x",
        "maal",
        "elk",
        "elke",
        "om",
        "'s",
        "tot",
        "t/m",
        "met",
        "en",
        "-",
        "–",
        "/",
        "(",
        ")",
        ",",
        ".",
    ),
    *("binnen", "uiterlijk", "na", "voor", "vóór", "van", "vanaf", "op", "in", "afloop", "de", "het", "een", "lang"),
    *("€", "%", "mln.", "miljoen", "euro", "artikel", "lid", "onder", "b", "bijlage", "Raamovereenkomst", "Wet"),
    *("\ue000", "\u0301"),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_string_of_words_is_read_without_fault(words):
    clause = mapped(" ".join(words))
    times = find_times(clause)
    assert [time.span for time in times] == sorted(time.span for time in times)
    for time in times:
        assert clause.text[time.span.start : time.span.end] == time.surface
        assert re.fullmatch(r"[0-9XPTRYMWDHSQ~./-]+", time.value)
    main = main_deadline(clause, times)
    assert main is None or main.span in {time.span for time in times}
    find_amounts(clause)
    find_references(clause, {"a": "Raamovereenkomst"})
