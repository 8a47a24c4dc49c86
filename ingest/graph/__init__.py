"""Understood agreements to RDF."""
