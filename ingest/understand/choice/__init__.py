"""Who most likely bears a norm that names nobody, chosen among the actors around it."""

from ingest.understand.choice.choosing import choose_bearers

__all__ = ["choose_bearers"]
