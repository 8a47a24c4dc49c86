"""What must hold in the graph: its quality and the rules of governance, as SHACL shapes."""

from shapes.catalogue import Rule, catalogue
from shapes.engine import validate
from shapes.loading import SHAPES, Part, shapes_graph
from shapes.report import Finding, Severity, ValidationReport

__all__ = [
    "SHAPES",
    "Finding",
    "Part",
    "Rule",
    "Severity",
    "ValidationReport",
    "catalogue",
    "shapes_graph",
    "validate",
]
