"""Trees to statements: actors, context, norms and values."""

from ingest.understand.agreement import mine_agreement, understand_agreement

__all__ = ["mine_agreement", "understand_agreement"]
