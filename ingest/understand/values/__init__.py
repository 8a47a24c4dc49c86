"""The values that a clause carries: times, amounts, references."""

from ingest.understand.values.choice import main_deadline
from ingest.understand.values.times import find_times

__all__ = ["find_times", "main_deadline"]
