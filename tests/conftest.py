"""Makes ``made_up`` importable by every test."""
