"""Actors: mined from each agreement, joined over all, found again in every clause."""
