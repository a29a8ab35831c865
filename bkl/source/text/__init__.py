"""From bytes to text, and the tree over it: every node knows its place."""
