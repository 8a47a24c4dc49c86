"""Sources to trees: divisions, items, tables, notes, parties and signatures."""
