"""Which time a clause is about, and with what value."""

import json
import os
import re
from pathlib import Path

import pytest

from ingest.model.statements import DeadlineType
from ingest.model.text import MappedText
from ingest.understand.values import find_times, main_deadline

SHARED = Path(os.environ.get("AFSPRAKEN_SHARED", Path(__file__).parents[5] / "shared"))
GOLD = SHARED / "gold" / "statements-dev.jsonl"

CLAUSES = [
    (
        "Het bestuur zendt vóór 30 april van het jaar voorafgaande aan het begrotingsjaar de kaders aan de raden.",
        "P1Y",
    ),
    (
        "De raden kunnen binnen twaalf weken na toezending van de ontwerpbegroting hun zienswijze naar voren brengen.",
        "P12W",
    ),
    (
        "De begroting wordt uiterlijk acht weken voordat zij aan het algemeen bestuur wordt aangeboden, toegezonden.",
        "P8W",
    ),
    ("Het bestuur stelt vast binnen twee weken na vaststelling, doch in ieder geval vóór 1 augustus 2030.", "P2W"),
    ("De commissie vergadert ten minste tweemaal per jaar en voorts zo dikwijls als nodig is.", "R2/P1Y"),
    (
        "Dit convenant treedt in werking met ingang van de dag na ondertekening en eindigt op 31 december 2026.",
        "P1D",
    ),
    ("Dit convenant treedt in werking op 1 januari 2024 en eindigt op 31 december 2027.", "2024-01-01/2027-12-31"),
    ("De overeenkomst wordt aangegaan voor de duur van vier jaren.", "P4Y"),
    ("De overeenkomst wordt aangegaan voor een periode van maximaal vijf jaar.", "P5Y"),
    ("De overeenkomst wordt telkens stilzwijgend verlengd met een periode van een jaar.", "P1Y"),
    ("Opzegging kan met inachtneming van een opzegtermijn van ten minste zes maanden.", "P6M"),
    ("De evaluatie vindt plaats in het vierde kwartaal van 2024.", "2024-Q4"),
    ("Twee jaar na inwerkingtreding van deze regeling wordt geëvalueerd.", "P2Y"),
    ("Partijen komen eenmaal per kwartaal bijeen.", "P3M"),
    ("Partijen komen eens per zes weken bijeen.", "P6W"),
    ("Partijen komen elke zes weken bijeen.", "P6W"),
    ("Partijen komen één keer in de zes weken bijeen.", "P6W"),
    ("Partijen komen vier keer per jaar bijeen.", "R4/P1Y"),
    ("Partijen overleggen tweewekelijks.", "P2W"),
    ("Partijen overleggen 2-wekelijks.", "P2W"),
    ("Partijen overleggen minimaal eens per half jaar.", "P6M"),
    ("Partijen rapporteren halfjaarlijks.", "P6M"),
    ("Partijen rapporteren jaarlijks in november.", "P1Y"),
    ("Partijen rapporteren jaarlijks vóór 1 november.", "P1Y"),
    ("De monitor verschijnt eenmaal in de twee jaar.", "P2Y"),
    ("De monitor verschijnt om het jaar.", "P2Y"),
    ("De monitor verschijnt om de twee jaar.", "P2Y"),
    ("De monitor verschijnt tweejaarlijks.", "P2Y"),
    ("De stukken worden uiterlijk vier weken voor de vergadering toegezonden.", "P4W"),
    ("De stukken worden ten minste 10 dagen van tevoren toegezonden.", "P10D"),
    ("Het overleg vindt plaats op de eerste maandag van de maand.", "P1M"),
    ("Het overleg vindt plaats in april en oktober.", "R2/P1Y"),
    ("De storing wordt binnen 24 uur verholpen.", "PT24H"),
    ("De storing wordt binnen 4 kantooruren verholpen.", "PT4H"),
    ("De storing wordt binnen 1 werkdag na melding verholpen.", "P1D"),
    ("De regeling geldt voor de jaren 2024, 2025 en 2026.", "2024/2026"),
    ("Het contract loopt van 1-1-2024 t/m 31-12-2027.", "2024-01-01/2027-12-31"),
    ("Het contract loopt van 1 januari 2024 tot 1 januari 2028.", "2024-01-01/2028-01-01"),
    ("Het mandaat geldt gedurende vier jaar vanaf 1 januari 2024.", "2024-01-01/2027-12-31"),
    ("Het mandaat geldt vanaf 1 januari 2024 voor vier jaar.", "2024-01-01/2027-12-31"),
    ("Het is aangegaan voor de periode van 1 januari 2024 tot en met 31 december 2027.", "2024-01-01/2027-12-31"),
    ("De inspraak loopt van 1 maart tot en met 30 april 2024.", "2024-03-01/2024-04-30"),
    ("De ondersteuning duurt tot medio 2025.", "2025-07~"),
    ("De ondersteuning start in de zomer van 2025.", "2025-22"),
    ("De ondersteuning start naar verwachting begin juni 2025.", "2025-06-01~"),
    ("De provincie levert eind september de cijfers.", "P1Y"),
    ("De betaling geschiedt binnen 30 dagen na factuurdatum.", "P30D"),
    ("De betaling geschiedt binnen dertig (30) dagen na ontvangst van de factuur.", "P30D"),
    ("Uiterlijk één maand voor afloop van de termijn wordt besloten.", "P1M"),
    ("De bestuurder meldt dit onverwijld aan het college.", None),
    ("De bestuurder meldt dit zo spoedig mogelijk, doch uiterlijk binnen drie werkdagen.", "P3D"),
    ("De overeenkomst treedt in werking op 1 januari 2024 en geldt voor onbepaalde tijd.", "2024-01-01"),
    ("Frequentie: 1x/kwartaal", "P3M"),
    ("4x per jr", "R4/P1Y"),
    ("Maandelijks", "P1M"),
    ("Per kwartaal", "P3M"),
    ("Op de derde dinsdag van september ontvangt de raad de stukken.", "P1Y"),
    (
        "Indien partijen binnen vier weken geen overeenstemming bereiken, beslist de voorzitter binnen twee weken.",
        "P2W",
    ),
    ("Uiterlijk in 2026 is het stelsel ingericht.", "2026"),
    ("Vanaf 2025 draagt de gemeente de kosten.", "2025"),
    ("Het plan wordt tweemaal ’s jaars bijgesteld.", "R2/P1Y"),
    ("Het programma loopt van 2021 tot en met 2024.", "2021/2024"),
    ("Het programma loopt in 2021–2024.", "2021/2024"),
    ("Het programma loopt in de periode 2021/2024.", "2021/2024"),
    ("Anderhalf jaar na de start volgt een tussenevaluatie.", "P18M"),
    ("Ieder kwartaal rapporteert de dienst.", "P3M"),
    ("Het college besluit binnen een termijn van zes weken.", "P6W"),
    ("Het college kan de termijn met ten hoogste vier weken verlengen.", "P4W"),
    ("De leden worden benoemd voor een periode van vier jaar.", "P4Y"),
    ("De zittingsduur is vier jaar.", "P4Y"),
    ("Het bestuur vergadert tenminste een keer per jaar.", "P1Y"),
    ("Na afloop van het project stelt de gemeente een verslag op.", "P0D"),
    ("De gemeente archiveert de stukken gedurende zeven jaar.", "P7Y"),
    ("De bewaartermijn bedraagt zeven jaar.", "P7Y"),
    ("Deze regeling werkt terug tot en met 1 januari 2023.", "2023-01-01"),
    ("Het contract loopt per 1 juli 2025 af.", "2025-07-01"),
    ("De eerste evaluatie vindt plaats voor 31 december 2025 en daarna iedere vier jaar.", "2025-12-31"),
    ("Elke twee maanden, voor het eerst in maart 2024, is er overleg.", "P2M"),
    ("Voor de zomer van 2025 is het plan gereed.", "2025-22"),
    ("Voor het einde van 2025 is het plan gereed.", "2025-12-31"),
    ("Het plan is voor 2025 gereed.", "2025"),
    ("Over de jaren 2022 tot en met 2024 is verantwoord.", "2022/2024"),
    ("De provincie betaalt de bijdrage in twee termijnen: op 1 april en op 1 oktober.", "P1Y"),
    ("Jaarlijks, uiterlijk op 1 juli, dient de stichting een aanvraag in.", "P1Y"),
    ("In de eerste helft van 2025 wordt het ingevoerd.", "2025-01/2025-06"),
    ("Q3 2025 gereed", "2025-Q3"),
    ("In Q3 2025 is het gereed.", "2025-Q3"),
    ("In het schooljaar 2024/2025 start een proef.", "2024/2025"),
    ("Wekelijks overleg tussen de managers.", "P1W"),
    (
        "De minister zendt binnen vijf jaar na de inwerkingtreding van deze wet aan de Staten-Generaal een verslag.",
        "P5Y",
    ),
    ("Dit besluit treedt in werking met ingang van de dag na de datum van uitgifte van het Staatsblad.", "P1D"),
    ("De raad is in 2024 geïnformeerd.", "2024"),
    ("Vanaf de inwerkingtreding gelden de regels.", "P0D"),
    ("De dienst is op 31-12-2025 beëindigd.", "2025-12-31"),
    ("De afspraken gelden tot 1 januari 2030, tenzij partijen anders besluiten.", "2030-01-01"),
    ("De jaarstukken worden vóór 15 juli aangeboden.", "P1Y"),
    ("Gemiddeld vier à zes keer per jaar is er overleg.", "R4/P1Y"),
    ("Het Rijk stelt voor de periode 2022-2025 € 10 miljoen beschikbaar.", "2022/2025"),
    ("Utrecht, 12 mei 2022", "2022-05-12"),
    ("Aldus vastgesteld op 12 mei 2022.", "2022-05-12"),
    ("Aldus overeengekomen en ondertekend te Zwolle d.d. 12 mei 2022", "2022-05-12"),
    ("De zienswijze wordt tot uiterlijk 1 september 2025 ingediend.", "2025-09-01"),
    ("In 2024 en 2025 wordt geïnvesteerd.", "2024/2025"),
    ("Elk jaar wordt het plan geactualiseerd.", "P1Y"),
    ("Het plan wordt jaarlijks geactualiseerd en eens per vier jaar herzien.", "P1Y"),
    ("De voorzitter wordt voor twee jaar gekozen.", "P2Y"),
    ("De opdracht loopt 3 jaar met een optie tot verlenging van 2 maal 1 jaar.", "P3Y"),
]

WITHOUT = [
    "De subsidie bedraagt € 5 mln. per jaar.",
    "De kosten worden gedekt uit de begroting 2024.",
    "Het Klimaatakkoord 2019 blijft gelden.",
    "De brief van 3 maart 2020 is leidend.",
    "Het rapport d.d. 4 december 2017 ligt ten grondslag aan dit besluit.",
    "De evaluatie van 2022 wordt betrokken.",
    "De raad stelt de jaarrekening over 2023 vast.",
    "De Wet van 1 juli 1998 is van toepassing.",
    "De in 2021 vastgestelde visie is leidend.",
    "De op 1 mei 2019 gesloten overeenkomst vervalt.",
    "Het dagelijks bestuur stelt het plan vast.",
    "De overeenkomst geldt voor onbepaalde tijd.",
    "Het budget voor 2025 is vastgesteld.",
    "De dienst is van maandag tot en met vrijdag bereikbaar.",
    "Een lid kan maximaal twee keer worden herbenoemd.",
    "Bij het 25-jarig bestaan is er een feest.",
]


def mapped(text):
    return MappedText(text, tuple(range(len(text))))


def main_value(text):
    clause = mapped(text)
    main = main_deadline(clause, find_times(clause))
    return main.value if main else None


@pytest.mark.parametrize(("text", "value"), CLAUSES, ids=[text for text, _ in CLAUSES])
def test_value_of_the_time_that_the_clause_is_about(text, value):
    assert main_value(text) == value


@pytest.mark.parametrize("text", WITHOUT)
def test_a_time_that_is_not_of_the_act_is_none(text):
    assert main_value(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De jaarstukken worden vóór 15 juli aangeboden.", "vóór 15 juli"),
        ("Op 1 maart levert de dienst de cijfers.", "Op 1 maart"),
        ("De regeling geldt tot 1 oktober.", "tot 1 oktober"),
    ],
)
def test_a_day_without_a_year_comes_back_every_year_and_keeps_its_words(text, words):
    clause = mapped(text)
    main = main_deadline(clause, find_times(clause))
    assert (main.type, main.value) == (DeadlineType.RECURRING, "P1Y")
    assert main.surface == words


def test_only_given_times_are_chosen_from():
    clause = mapped("Het plan is uiterlijk op 1 maart 2031 klaar en wordt jaarlijks herzien.")
    times = find_times(clause)
    assert [time.value for time in times] == ["2031-03-01", "P1Y"]
    assert main_deadline(clause, times[1:]) == times[1]
    assert main_deadline(clause, ()) is None


@pytest.mark.skipif(not GOLD.exists(), reason=f"no labelled statements at {GOLD}")
def test_labelled_statements():
    """The value of a labelled relative time is compared up to its duration: its event stands apart here."""
    right = predicted = labelled = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if not record["sure"]:
            continue
        value = main_value(re.sub(r"\s+", " ", record["quote"]))
        wanted = _iso(record["deadline"]["value"]) if record["deadline"] else None
        predicted += value is not None
        labelled += wanted is not None
        right += value is not None and value == wanted
    assert 2 * right / (predicted + labelled) >= 0.95


def _iso(value):
    return re.sub(r"^after .*", "P0D", re.sub(r"^(P\S+) .*", r"\1", value))
