"""The packaged classifier, read when it is first asked for: whoever only looks at statements never pays for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.understand.classifier.network import Classifier


@cache
def load_classifier() -> Classifier:
    """The classifier that comes with the product. Torch is set to one thread, as passages are short."""
    import torch

    from ingest.understand.classifier.network import Classifier

    torch.set_num_threads(1)
    return Classifier()
