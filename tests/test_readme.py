"""The README's examples, asked again of the corpus."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from readme_examples import README, examples, run

EXAMPLES = examples(README.read_text(encoding="utf-8"))
SHARE = re.compile(r"\d+(?=%)")


def test_there_is_an_example_of_each_kind_of_question() -> None:
    assert len(EXAMPLES) >= 10
    assert all(output for _, output in EXAMPLES)


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_prints_what_the_readme_says(command: str, output: str, corpus_data: Path) -> None:
    """Chances may differ by one in a hundred, because processors round vectors differently."""
    printed = run(command, corpus_data)
    assert SHARE.sub("", printed) == SHARE.sub("", output)
    assert list(map(int, SHARE.findall(printed))) == pytest.approx(list(map(int, SHARE.findall(output))), abs=1)
