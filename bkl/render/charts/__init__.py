"""Charts: what they show, with every place worked out."""
