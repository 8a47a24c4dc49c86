"""How the classifier was made: agreements with labels and texts without in, weights out."""
