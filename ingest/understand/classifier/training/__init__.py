"""How the classifier was made: labelled agreements in, weights out."""
