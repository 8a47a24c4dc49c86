"""The named questions: SPARQL files whose parameters are bound as terms, never pasted in as text."""

from ontology.queries.catalogue import UnknownQueryError, queries, query
from ontology.queries.named import NamedQuery
from ontology.queries.parameters import Parameter, ParameterError, ParameterType

__all__ = ["NamedQuery", "Parameter", "ParameterError", "ParameterType", "UnknownQueryError", "queries", "query"]
