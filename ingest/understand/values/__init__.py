"""The values that a clause carries: times, amounts, references."""

from ingest.understand.values.amounts import distribution_sum, find_amounts
from ingest.understand.values.choice import main_deadline, time_in_cell
from ingest.understand.values.references import find_references
from ingest.understand.values.times import find_times

__all__ = ["distribution_sum", "find_amounts", "find_references", "find_times", "main_deadline", "time_in_cell"]
