"""How the packaged encoder was made: from a published model, cut to Dutch and English, taught with questions."""
