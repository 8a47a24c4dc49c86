"""The recipe that trains the packaged Dutch pipeline from treebanks."""
