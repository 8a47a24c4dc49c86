"""The routes of the domain: every list and record of the graph; only verdicts are written."""

from api.routes import (
    actors,
    ask,
    contradictions,
    documents,
    exports,
    questions,
    responsibilities,
    search,
    statements,
    validation,
)

ROUTERS = (
    ask.router,
    search.router,
    statements.router,
    responsibilities.router,
    actors.router,
    contradictions.router,
    documents.router,
    validation.router,
    questions.router,
    exports.router,
)
