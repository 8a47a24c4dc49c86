"""Agreements in, a validated graph out: read → structure → understand → graph → publish."""
