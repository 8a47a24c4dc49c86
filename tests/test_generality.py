"""The product knows no actor, title or sentence of its corpus: it must read agreements that nobody has seen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from ingest.encoding.training.pairs import QUESTIONS

ROOT = Path(__file__).parents[1]
PACKAGES = ("ingest", "api", "shapes", "ontology")
SUFFIXES = {
    ".py",
    ".toml",
    ".ttl",
    ".rq",
    ".ru",
    ".json",
    ".jsonld",
    ".html",
    ".js",
    ".css",
    ".md",
    ".txt",
    ".cfg",
    ".csv",
}
TRAINED = (ROOT / "ingest" / "language" / "model", ROOT / "ingest" / "encoding" / "model")

NAMES = (
    # organisations
    "Kadaster", "Rijkswaterstaat", "RWS", "KOOP", "Logius", "Geonovum", "IPLO", "Informatiepunt Leefomgeving",
    "VNG", "Vereniging Nederlandse Gemeenten", "IPO", "UvW",
    "Unie van Waterschappen", "BZK", "Binnenlandse Zaken", "Verdonck", "VKA", "Drechtsteden", "SCD", "Dordrecht",
    "Alblasserdam", "Hardinxveld", "Hendrik-Ido-Ambacht", "Papendrecht", "Sliedrecht", "Zwijndrecht",
    "Exploitatiecentrum",
    # roles and bodies
    "SBO", "TBO", "OBO", "OGB", "ROTB", "NWOG", "strategische beheerorganisatie",
    "tactische beheerorganisatie", "operationele beheerorganisatie", "strategisch beheerder", "tactisch beheerder",
    "operationeel beheerder", "opdrachtgevend beraad", "Bestuurlijk Overleg", "regieoverleg tactisch beheer",
    "netwerkoverleg gebruikers", "programmaorganisatie",
    # subjects and titles
    "DSO", "Digitaal Stelsel", "Omgevingswet", "beheerarrangement", "meerpartijenovereenkomst",
    "beheerovereenkomst", "beheerprotocol", "regie op informatievoorziening", "Plan Uitbouw",
    "Transitieplan", "Kantoren LAN", "TOPdesk",
)  # fmt: skip
PEOPLE = ("Jansen", "Tierolff", "Smelik", "Zorko", "Luitjens", "Koopman")

_ABBREVIATIONS = [name for name in NAMES if name.isupper() or name == "UvW"]
_WORDS = [name for name in (*NAMES, *PEOPLE) if name not in _ABBREVIATIONS]


def _pattern(names: list[str], flags: int) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", flags)


PATTERNS = (_pattern(_ABBREVIATIONS, 0), _pattern(_WORDS, re.IGNORECASE))


def sources() -> Iterator[Path]:
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*"):
            if (
                path.suffix in SUFFIXES
                and not any(map(path.is_relative_to, TRAINED))
                and "__pycache__" not in path.parts
            ):
                yield path


def names_in(text: str) -> set[str]:
    return {match.group() for pattern in PATTERNS for match in pattern.finditer(text)}


def test_the_names_are_those_of_the_corpus() -> None:
    corpus = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "corpus").iterdir() if path.suffix != ".toml"
    )
    assert {name for name in (*NAMES, *PEOPLE) if not _pattern([name], re.IGNORECASE).search(corpus)} == set()


def test_no_source_names_an_actor_or_title_of_the_corpus() -> None:
    assert len(list(sources())) > 20
    named = {
        str(path.relative_to(ROOT)): found
        for path in sources()
        if (found := names_in(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert named == {}


def test_no_source_holds_a_sentence_of_the_corpus() -> None:
    lines = {
        " ".join(line.split())
        for path in (ROOT / "corpus").iterdir()
        if path.suffix != ".toml"
        for line in path.read_text(encoding="utf-8").splitlines()
    }
    sentences = {line for line in lines if len(line.split()) >= 6}
    assert len(sentences) > 2000
    for path in sources():
        text = " ".join(path.read_text(encoding="utf-8", errors="replace").split())
        assert [sentence for sentence in sentences if sentence in text] == [], path


def test_no_question_that_the_encoder_learned_from_names_an_actor_of_the_corpus() -> None:
    questions = [json.loads(line)["question"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert len(questions) > 1000
    assert [question for question in questions if any(pattern.search(question) for pattern in PATTERNS)] == []
