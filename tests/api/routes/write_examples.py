"""Ask the service what each example in the OpenAPI document asks, and write down what comes back.

Run it after a change to the records or to the made-up agreements: ``python tests/api/routes/write_examples.py``.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "api" / "routes" / "examples"


def main() -> None:
    """Rewrite every example."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    import small_graph
    from starlette.testclient import TestClient

    from api.app import create_app
    from api.settings import load_settings

    with tempfile.TemporaryDirectory() as folder:
        small_graph.publish(Path(folder))
        client = TestClient(create_app(load_settings(data=folder)))
        for path in sorted(EXAMPLES.glob("*.json")):
            request = json.loads(path.read_text(encoding="utf-8"))["request"]
            response = client.get(request)
            response.raise_for_status()
            is_json = response.headers["content-type"].startswith("application/json")
            content = {"request": request, "response": response.json() if is_json else response.text}
            path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
