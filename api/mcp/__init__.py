"""The Model Context Protocol: what the API answers, as tools for assistants. Everything only reads."""

from api.mcp.http import PATH, McpEndpoint
from api.mcp.server import Service, make_server

__all__ = ["PATH", "McpEndpoint", "Service", "make_server"]
