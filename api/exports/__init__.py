"""Records in the formats that offices use: tables, calendars, and graphs."""
