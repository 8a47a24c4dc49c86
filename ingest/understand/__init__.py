"""Trees to statements: actors, context, norms and values."""
