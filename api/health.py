"""Whether the service lives, and what it serves."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.deps import GraphDep

router = APIRouter(tags=["Service"])


class Health(BaseModel):
    """The service lives; ``generation`` is the build that it serves, absent before the first one."""

    status: Literal["ok"] = "ok"
    generation: str | None = Field(default=None, examples=["20250301T101500Z-1a2b3c"])
    created: str | None = Field(default=None, examples=["2025-03-01T10:15:00+00:00"])


@router.get("/health", summary="Does it live, and what does it serve?")
def health(graph: GraphDep) -> Health:
    """Answer at once, also before the first build."""
    generation = graph.generation_or_none()
    if generation is None:
        return Health()
    return Health(generation=generation.id, created=generation.manifest.created)
