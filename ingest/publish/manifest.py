"""What a generation says of itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was built, from what and with what.

    ``corpus`` is a digest of everything that went in; ``counts`` holds numbers by name (agreements, statements,
    quads …), ``models`` the version of each model or rule set by name. ``id``, ``created`` (UTC, ISO 8601) and
    ``replaces`` (the id of the generation served before) are filled in when the generation is published.
    """

    corpus: str
    counts: Mapping[str, int] = field(default_factory=dict)
    models: Mapping[str, str] = field(default_factory=dict)
    id: str = ""
    created: str = ""
    replaces: str | None = None

    def stamped(self, *, name: str, replaces: str | None) -> Self:
        """The same manifest with its id, the time now, and the generation that it takes the place of."""
        return replace(self, id=name, created=datetime.now(UTC).isoformat(timespec="seconds"), replaces=replaces)

    def to_json(self) -> bytes:
        """The manifest as indented JSON in UTF-8."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Read what ``to_json`` wrote. Raises ValueError or TypeError when it is something else."""
        values: dict[str, Any] = json.loads(content)
        return cls(**values)
