"""From a sentence to the target phrases in it, each a literal span of that sentence."""
