"""Questions in plain Dutch or English, answered with one sentence and the clauses that it rests on."""

from api.ask.asking import ask
from api.ask.models import Answer, Asked

__all__ = ["Answer", "Asked", "ask"]
