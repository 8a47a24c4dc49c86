"""Texts as vectors, from a model that lies on this machine."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.encoding import load_encoder
from ingest.errors import InputError


def test_each_text_is_a_row_of_length_one_and_translations_are_near() -> None:
    encoder = load_encoder()
    dutch, english, other = encoder.encode(
        ["Wie betaalt de bijdrage?", "Who pays the contribution?", "De fiets staat in de gang."]
    )
    assert dutch.shape == (encoder.dimension,)
    assert np.linalg.norm(dutch) == pytest.approx(1.0, abs=1e-4)
    assert dutch @ english > dutch @ other


def test_no_texts_are_no_rows() -> None:
    assert load_encoder().encode([]).shape == (0, load_encoder().dimension)


def test_a_model_that_is_not_here_is_one_line() -> None:
    with pytest.raises(InputError, match="'nergens/model' is not on this machine; name the folder") as caught:
        load_encoder("nergens/model")
    assert "\n" not in str(caught.value)
