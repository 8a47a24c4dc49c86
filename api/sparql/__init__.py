"""The SPARQL service: the protocol, and the processes that hold its limits.

This file imports nothing, because each worker process reads it on its way up.
"""
