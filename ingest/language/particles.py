"""Puts the particle of a separable verb back into its lemma: "stelt ... vast" gets the lemma "vaststellen"."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

PARTICLE = "compound:prt"
PRONOMINAL = re.compile(r"(?:er|daar|hier|waar)\w{2,}")


@Language.component("separable_verbs", assigns=["token.lemma"], requires=["token.lemma", "token.dep", "token.pos"])
def separable_verbs(doc: Doc) -> Doc:
    """Join every verb of a parsed document with the single word that hangs on it as its particle.

    A particle of several words ("ter beschikking stellen") is left apart, and so is one that
    the verb's form holds already.
    """
    for particle in doc:
        verb = particle.head
        if particle.dep_ == PARTICLE and _single(particle) and verb.tag_.startswith("WW"):
            prefix = particle.text.lower()
            if not verb.lemma_.startswith(prefix):
                verb.lemma_ = prefix + verb.lemma_
    return doc


def _single(particle: Token) -> bool:
    """True for a plain word in lower case that no other word belongs to; a name or "ervan" is never a particle."""
    alone = particle.n_lefts + particle.n_rights == 0
    return alone and particle.is_alpha and particle.is_lower and not PRONOMINAL.match(particle.text)
