"""Graphs to a generation that is served."""
