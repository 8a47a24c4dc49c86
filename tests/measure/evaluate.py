"""Score what the product reads against labels: ``make eval``.

    evaluate.py [--data DIR] [--json FILE] [--html FILE] [--test]

Labels of the corpus and the scorer stand in the folder that AFSPRAKEN_SHARED names, else in ``../shared``; labels of
regulations and of made-up agreements in ``tests/labels``. Without ``--data`` the corpus is built for the occasion. Of
the labels kept for testing only totals are shown, and only with ``--test``. The HTML file quotes texts at length: it is
not for publication.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from asked import FOLDERS, LABELS, answers_in, judge, label_names, report, sets, subject
from figures import as_json, reliability_table, rows, table
from labelled import labels_of, predictions_of, read_lines, read_names
from product import AGREEMENTS, REGULATIONS, ROOT, CommandError, Product, ReadAlone, agreements, regulations
from reliability import outcomes, reliability
from scoring import Comparison, compare
from searching import OF_AGREEMENTS, QUESTIONS, Found, measured, read_questions, search_table, searched_agreements

OTHERS: dict[str, tuple[str, ...]] = {
    "raci": ("export", "raci"),
    "contradictions": ("export", "contradictions"),
    "questions": ("ask", "--from", "{labels}"),
    "search": ("search", "--from", "{labels}"),
}
FILES = {"search": "questions"}
_TOTALS = 5


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One set of labels compared with what was read; ``texts`` are the documents by id."""

    name: str
    compared: Comparison
    texts: Mapping[str, str] = field(default_factory=dict)


def shared_folder() -> Path:
    """Where the labels of the corpus and the scorer stand."""
    return Path(os.environ.get("AFSPRAKEN_SHARED", ROOT.parent / "shared")).resolve()


def main() -> None:
    """Print every table."""
    options = _options()
    evaluated: list[Evaluated] = []
    told: dict[str, Any] = {}
    with _built(options.data) as product:
        shared = shared_folder()
        if (shared / "gold").is_dir():
            evaluated.append(corpus(product, shared))
            told = _told_by_scorer(product, shared)
        else:
            print(f"no labels of the corpus in {shared}; name their folder in AFSPRAKEN_SHARED", file=sys.stderr)
        searched = list(search_sets(product, ["tuning", "test"] if options.test else ["tuning"]))
        print(f"\nsearch\n{search_table(searched)}", flush=True)
        parts = ["dev", "test"] if options.test else ["dev"]
        evaluated += [*agreement_sets(parts), *regulation_sets(parts)]
        for one in evaluated:
            _show(one, totals=one.name.endswith("test"))
        for name, judged in asked_sets(product, test=options.test).items():
            print(f"\nquestions, {name}\n{judged}", flush=True)
        for kind, lines in told.items():
            print(f"\n{kind}, by the scorer\n{lines}")
        if options.json:
            _write_json(options.json, evaluated, told)
        if options.html:
            from browser import page

            shown = [one for one in evaluated if not one.name.endswith("test")]
            options.html.write_text(page([(one.compared, one.texts) for one in shown]), encoding="utf-8")


def corpus(product: Product, shared: Path) -> Evaluated:
    """The statements of the built corpus against their labels."""
    names = read_names(shared / "gold" / "actors.json")
    labels = labels_of(read_lines(shared / "gold" / "statements-dev.jsonl"), names)
    found = predictions_of(product.records("export", "statements"), names, product.rules())
    texts = {document: product.text(document) for document in sorted({label.document for label in labels})}
    return Evaluated("statements of the corpus", compare(found, labels), texts)


def agreement_sets(parts: Iterable[str]) -> Iterator[Evaluated]:
    """The statements of made-up agreements against their labels, for each part."""
    for part in parts:
        yield _alone(f"statements of made-up agreements, {part}", agreements(part), AGREEMENTS / "actors.json")


def search_sets(product: Product, parts: Iterable[str]) -> Iterator[Found]:
    """Search on the questions about the corpus and about the made-up agreements."""
    for part in parts:
        yield from measured(product.data, part, read_questions(QUESTIONS / f"{part}.jsonl"))
    with tempfile.TemporaryDirectory() as data, _searched() as corpus:
        unseen = Product(Path(data))
        unseen.run("build", "--corpus", corpus)
        for part in parts:
            name = f"{OF_AGREEMENTS}-{part}"
            yield from measured(unseen.data, name, read_questions(QUESTIONS / f"{name}.jsonl"))


@contextmanager
def _searched(collection: str = OF_AGREEMENTS) -> Iterator[Path]:
    """A folder with the made-up agreements of which a ``collection`` of questions is asked, and no others."""
    with tempfile.TemporaryDirectory() as folder:
        for path in searched_agreements(collection):
            shutil.copy(path, folder)
        yield Path(folder)


def regulation_sets(parts: Iterable[str]) -> Iterator[Evaluated]:
    """The statements of regulations against their labels, for each part of these whose texts are at hand."""
    for part in parts:
        try:
            read = regulations(part)
        except FileNotFoundError as error:
            print(f"labels of regulations, {part}: no texts at hand, {error}", file=sys.stderr)
            continue
        yield _alone(f"statements of regulations, {part}", read, REGULATIONS / "names.json")


def _alone(name: str, read: ReadAlone, names_file: Path) -> Evaluated:
    names = read_names(names_file)
    return Evaluated(name, compare(predictions_of(read.found, names), labels_of(read.labels, names)), read.texts)


def asked_sets(product: Product, *, test: bool) -> dict[str, str]:
    """How the questions in tests/labels/asked are answered, by set: those on the corpus by ``product``, the others by a
    build of their own agreements. Of what is kept for testing only totals are told.
    """
    told = {}
    with tempfile.TemporaryDirectory() as folder:
        products = {"corpus": product}
        for name, questions in sets().items():
            if name.endswith("held") and not test:
                continue
            about = subject(name)
            if about not in products:
                products[about] = Product(Path(folder, about))
                with nullcontext(FOLDERS[about]) if about in FOLDERS else _searched(about) as corpus:
                    products[about].run("build", "--corpus", corpus)
            lines = products[about].run("ask", "--from", LABELS / f"{name}.jsonl", "--format", "jsonl")
            judged = report(judge(questions, answers_in(lines), label_names()))
            told[name] = "\n".join(judged.splitlines()[-_TOTALS:]) if name.endswith("held") else judged
    return told


@contextmanager
def _built(data: Path | None) -> Iterator[Product]:
    if data is not None:
        yield Product(data.resolve())
        return
    with tempfile.TemporaryDirectory() as folder:
        product = Product(Path(folder))
        product.run("build")
        yield product


def _show(one: Evaluated, *, totals: bool) -> None:
    found = rows(one.compared)
    print(f"\n{one.name}\n{table(found[-1:] if totals else found)}")
    print(f"\nreliability, {one.name}\n{reliability_table(reliability(outcomes(one.compared)))}", flush=True)


def _told_by_scorer(product: Product, shared: Path) -> dict[str, str]:
    """What the scorer prints, by kind of label; where the command or the labels are not there, that is what it says."""
    told = {}
    scorer = shared / "score" / "score.py"
    with tempfile.TemporaryDirectory() as folder:
        for kind, arguments in {"statements": ("export", "statements"), **OTHERS}.items():
            labels, found = shared / "gold" / f"{FILES.get(kind, kind)}-dev.jsonl", Path(folder, f"{kind}.jsonl")
            command = [argument.format(labels=labels) for argument in arguments]
            try:
                found.write_bytes(product.run(*command, "--format", "jsonl"))
            except CommandError as error:
                told[kind] = str(error)
                continue
            if not labels.exists():
                told[kind] = f"{len(found.read_bytes().splitlines())} records, no labels at hand"
                continue
            run = [sys.executable, scorer, kind, found, labels]
            told[kind] = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    return told


def _write_json(path: Path, evaluated: list[Evaluated], told: dict[str, str]) -> None:
    content: dict[str, Any] = {
        one.name: as_json(
            rows(one.compared)[-1:] if one.name.endswith("test") else rows(one.compared),
            reliability(outcomes(one.compared)),
        )
        for one in evaluated
    }
    path.write_text(json.dumps({**content, "scorer": told}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score what the product reads against labels.")
    parser.add_argument("--data", type=Path, help="a data folder to use as it is; without it the corpus is built")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page here that shows every difference")
    parser.add_argument("--test", action="store_true", help="show the totals of the labels kept for testing too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
