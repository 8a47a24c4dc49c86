"""Templates to pages: in the language asked for, with links that keep it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.pages.labels import actor_type_label, kind_label, label

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, Language] = ("nl", "en")
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
MENU = (
    ("/", "start"),
    ("/pages/search", "search"),
    ("/pages/ask", "ask_title"),
    ("/pages/statements", "statements"),
    ("/pages/deadlines", "deadlines"),
    ("/pages/contradictions", "contradictions"),
    ("/pages/responsibilities", "responsibilities"),
    ("/pages/raci", "raci"),
    ("/pages/actors", "actors"),
    ("/pages/questions", "questions"),
    ("/pages/validation", "validation"),
    ("/sparql", "sparql"),
    ("/docs", "docs"),
)
_PROPOSAL = 0.5


def language_of(request: Request) -> Language:
    """English where ``lang=en`` asks for it, else Dutch."""
    return "en" if request.query_params.get("lang") == "en" else "nl"


@cache
def words(language: Language) -> Mapping[str, str]:
    """The words of the pages in a language."""
    content: dict[str, dict[str, str]] = tomllib.loads(files("api.pages").joinpath("words.toml").read_text("utf-8"))
    return content[language]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("api.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(menu=MENU)
    environment.tests["proposal"] = lambda confidence: confidence < _PROPOSAL
    environment.filters["percent"] = lambda confidence: f"{round(confidence * 100)}%"
    return environment


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page that ``template``.html makes of ``values``."""
    language = language_of(request)
    page = _environment().get_template(f"{template}.html")
    content = page.render(
        **values,
        **_in_words(language),
        other=_other(language),
        here=request.url.path.removeprefix(request.scope.get("root_path", "")),
        switched=_switched(request, language),
        link=lambda path, **parameters: _link(request, path, language, parameters),
        again=lambda path="", **parameters: _again(request, path, parameters),
    )
    headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Content-Language": language}
    return HTMLResponse(content, status, headers)


def address(request: Request, path: str) -> str:
    """The address of ``path`` on this service, in the language of the page that asks."""
    return _link(request, path, language_of(request), {})


def render_file(template: str, title: str, **values: Any) -> str:
    """What ``template``.html makes of ``values``, in Dutch with English a click away, as a file that lies by itself: no
    link leads out of it. ``title`` is the name of its title among the words.
    """
    part = _environment().get_template(f"{template}.html")
    parts = [
        (language, part.render(**values, **_in_words(language), other=_other(language), link=None))
        for language in LANGUAGES
    ]
    file, known = _environment().get_template("file.html"), _in_words(LANGUAGES[0])
    return file.render(**known, title=known["words"][title], parts=parts, style=style())


def style() -> str:
    """The one style sheet."""
    return files("api.pages").joinpath("style.css").read_text("utf-8")


def _other(language: Language) -> Language:
    return LANGUAGES[1 - LANGUAGES.index(language)]


def _in_words(language: Language) -> dict[str, Any]:
    return {
        "words": words(language),
        "language": language,
        "label": lambda code: label(code, language),
        "kind_label": lambda kind: kind_label(kind, language),
        "actor_type_label": lambda kind: actor_type_label(kind, language),
    }


def _link(request: Request, path: str, language: Language, parameters: Mapping[str, object]) -> str:
    """An address on this service that keeps the language; parameters without a value are left out."""
    path, hash_, anchor = path.partition("#")
    given = {name.rstrip("_"): value for name, value in parameters.items() if value not in (None, "", [])}
    if language != LANGUAGES[0]:
        given["lang"] = language
    query = f"?{urlencode(given, doseq=True)}" if given else ""
    return f"{request.scope.get('root_path', '')}{path}{query}{hash_}{anchor}"


def _again(request: Request, path: str, parameters: Mapping[str, object]) -> str:
    """The address of this page, or of what lies at ``path``, under the same conditions.

    ``parameters`` get other values; None takes one out.
    """
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name not in parameters and value]
    pairs += [(name, str(value)) for name, value in parameters.items() if value is not None]
    there = f"{request.scope.get('root_path', '')}{path}" if path else ""
    return f"{there}?{urlencode(pairs)}" if pairs else there or request.url.path


def _switched(request: Request, language: Language) -> str:
    return _again(request, "", {"lang": None if language == "en" else "en"})
