"""Fitting weights to what is labelled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from scipy.optimize import minimize

Loss = Callable[[np.ndarray], tuple[float, np.ndarray]]
"""Gives for weights what is to be least, and its slope."""


def loss_of_choices(choices: Sequence[tuple[np.ndarray, np.ndarray]], penalty: float) -> Loss:
    """How unlikely weights make the right ones among candidates, with ``penalty`` times the squared weights.

    A choice is a table of features, one row a candidate, and which of the candidates are right, at least one. The
    chance of a candidate is the softmax of its weighted sum (McFadden, Conditional logit analysis of qualitative choice
    behavior, 1974).
    """

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = penalty * weights @ weights, 2 * penalty * weights
        for table, right in choices:
            scores = table @ weights
            shares = np.exp(scores - scores.max())
            total += np.log(shares.sum()) - np.log(shares[right].sum())
            slope += table.T @ (shares / shares.sum()) - table[right].T @ (shares[right] / shares[right].sum())
        return float(total), slope

    return loss


def least(loss: Loss, size: int) -> np.ndarray:
    """The ``size`` weights with the least loss."""
    fitted: np.ndarray = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return fitted
