"""Parts of the formats of `bkl check`."""
