"""Records in the formats that offices use: tables, calendars, and graphs."""

TABLE = "table"
"""The form that a terminal shows, beside those of the files."""
