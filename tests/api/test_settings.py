"""Settings are made explicitly, and a bad one stops the start with one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.settings import PREFIX, Settings, load_settings
from ingest.errors import InputError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch):
    for name in list(os.environ):
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)


def test_arguments_go_before_the_environment_and_that_before_the_defaults(monkeypatch):
    monkeypatch.setenv("AFSPRAKEN_PORT", "9000")
    monkeypatch.setenv("AFSPRAKEN_TIME_LIMIT", "5")
    settings = load_settings(time_limit=2)
    assert (settings.port, settings.time_limit, settings.host) == (9000, 2.0, "127.0.0.1")


def test_the_service_reads_only_and_speaks_to_its_own_pages_unless_told():
    settings = load_settings()
    assert (settings.write_key, settings.cors_origins) == (None, ())


def test_origins_are_parted_by_commas(monkeypatch):
    monkeypatch.setenv("AFSPRAKEN_CORS_ORIGINS", "https://a.example, https://b.example,")
    assert load_settings().cors_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "http"), ("PORT", "70000"), ("TIME_LIMIT", "0"), ("WORKERS", "-1"), ("WRITE_KEY", "short")],
)
def test_a_value_that_does_not_fit_is_named_in_one_line(monkeypatch, name, value):
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(InputError, match=f"{name.lower()}.*{PREFIX}{name}") as caught:
        load_settings()
    assert "\n" not in str(caught.value)


def test_settings_do_not_change_and_do_not_show_the_key():
    settings = load_settings(write_key="a key that is long enough")
    assert "long enough" not in repr(settings)
    with pytest.raises(ValueError, match="frozen"):
        settings.port = 1


def test_every_setting_is_described():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_importing_the_application_reads_no_setting():
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "AFSPRAKEN_PORT": "nonsense"}
    program = "import api.app, api.deps, api.settings"
    assert subprocess.run([sys.executable, "-c", program], env=environment, check=False).returncode == 0
