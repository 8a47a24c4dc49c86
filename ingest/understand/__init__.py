"""Trees to statements: actors, context, norms and values."""

from ingest.understand.actors.join import ActorRegistry, join
from ingest.understand.agreement import mine_agreement, understand_agreement

__all__ = ["ActorRegistry", "join", "mine_agreement", "understand_agreement"]
