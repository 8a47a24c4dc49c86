"""Norms: the kind of a clause, who bears it, what they must do and by which rule."""
