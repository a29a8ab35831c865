"""Parts that the formats of `bkl gap` share."""
