"""The agreements themselves, and what the whole pipeline makes of them."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest

from ingest.publish import current
from ingest.store import Literal, Solutions, Store
from ontology.queries import query

CORPUS = Path(__file__).parents[1] / "corpus"
LISTED = tomllib.loads((CORPUS / "corpus.toml").read_text(encoding="utf-8"))["agreement"]
MATRICES = "regie-op-informatievoorziening-drechtsteden-2025"
PARTIES = "meerpartijenovereenkomst-dso-lv-2023"

CLAUSES = """
PREFIX ag: <https://w3id.org/afsprakengraaf/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?document ?start ?end ?stated ?quotedFrom ?quotedTo ?quote WHERE {
  GRAPH ?g {
    ?said ag:documentId ?document ; ag:start ?start ; ag:end ?end .
    OPTIONAL { ?said a ag:Statement ; ag:text ?stated }
    ?evidence oa:hasBody ?said ; oa:hasTarget ?target .
    ?target oa:hasSelector ?position , ?words .
    ?position oa:start ?quotedFrom ; oa:end ?quotedTo .
    ?words oa:exact ?quote .
  }
}
"""

COUNTED = """
PREFIX ag: <https://w3id.org/afsprakengraaf/ns#>
SELECT (COUNT(*) AS ?number) WHERE {
  GRAPH ?g { VALUES ?class { ag:Statement ag:Responsibility } ?said a ?class }
}
"""

DUMP = """
import sys
from pathlib import Path
from ingest.build import build
corpus, data, output = map(Path, sys.argv[1:])
with build(corpus, data).generation.open() as store, output.open("wb") as file:
    store.dump(file)
"""


def values(rows: Solutions, name: str) -> list[str]:
    return [term.value for row in rows if isinstance(term := row.get(name), Literal)]


def test_the_manifest_lists_every_file_of_the_corpus() -> None:
    files = {path.name for path in CORPUS.iterdir()} - {"corpus.toml"}
    assert files == {entry["file"] for entry in LISTED}
    assert len(files) == 5


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["file"]) for entry in LISTED])
def test_a_file_is_byte_for_byte_what_the_manifest_says(entry: dict[str, str], corpus_data: Path) -> None:
    content = (CORPUS / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert current(corpus_data).read(f"texts/{Path(entry['file']).stem}.txt") == content


def test_building_again_in_another_process_gives_the_same_graph(corpus_store: Store, tmp_path: Path) -> None:
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    output = tmp_path / "graph.nq"
    subprocess.run(
        [sys.executable, "-c", DUMP, str(CORPUS), str(tmp_path / "data"), str(output)],
        cwd=CORPUS.parent,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=True,
    )
    once = BytesIO()
    corpus_store.dump(once)
    assert sorted(output.read_bytes().splitlines()) == sorted(once.getvalue().splitlines())


def test_everything_that_was_read_quotes_the_words_at_its_place(corpus_store: Store, corpus_data: Path) -> None:
    generation = current(corpus_data)
    names = [Path(entry["file"]).stem for entry in LISTED]
    texts = {name: generation.read(f"texts/{name}.txt").decode("utf-8") for name in names}
    rows = [
        {name: term.value for name, term in row.items() if isinstance(term, Literal)}
        for row in corpus_store.select(CLAUSES)
    ]
    assert len(rows) >= int(values(corpus_store.select(COUNTED), "number")[0]) > 1000
    assert {row["document"] for row in rows} == set(texts)
    for row in rows:
        quote = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert row["quote"] == row.get("stated", quote) == quote
        assert (row["quotedFrom"], row["quotedTo"]) == (row["start"], row["end"])
        assert quote == quote.strip() != ""


def test_every_row_of_the_matrices_is_there_with_its_letters(corpus_store: Store) -> None:
    text = (CORPUS / f"{MATRICES}.md").read_text(encoding="utf-8")
    lines = [cells for cells in re.findall(r"^[^\t\n]+\t([RASCI/]*)\t([RASCI/]*)$", text, re.MULTILINE) if any(cells)]
    assert len(lines) == 139
    printed = Counter(
        (actor, letter)
        for cells in lines
        for actor, cell in zip(("Drechtsteden", "Opdrachtnemer"), cells, strict=True)
        for letter in cell.replace("/", "")
    )
    rows = corpus_store.select(query("raci").bind({"document": MATRICES}))
    assert len(set(values(rows, "start"))) == 139
    assert (
        Counter(
            (row["actorLabel"].value, row["letter"].value) for row in rows if isinstance(row.get("letter"), Literal)
        )
        == printed
    )


def test_the_six_parties_are_those_that_the_agreement_numbers(corpus_store: Store) -> None:
    text = (CORPUS / f"{PARTIES}.txt").read_text(encoding="utf-8")
    block = text[text.index("DE ONDERGETEKENDEN") : text.index("Hierna tezamen")]
    numbers = re.findall(r"^(\d)\. ", block, re.MULTILINE)
    rows = corpus_store.select(query("parties-of-agreement").bind({"document": PARTIES}))
    assert [section.split()[-1] for section in values(rows, "section")] == numbers == list("123456")
