"""Everything that is said over HTTP and on the command line; no other package knows of either."""
