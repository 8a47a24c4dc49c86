"""The routes of the domain: every list and record of the graph, read-only."""

from api.routes import actors, documents, exports, questions, responsibilities, search, statements, validation

ROUTERS = (
    search.router,
    statements.router,
    responsibilities.router,
    actors.router,
    documents.router,
    validation.router,
    questions.router,
    exports.router,
)
