"""The graph as pages to read: Dutch first, English beside it, no script, nothing from another host."""
