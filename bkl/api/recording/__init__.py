"""Recording what was reached: from what people say to the lines of the jaarverslag."""
