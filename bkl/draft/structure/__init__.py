"""From blocks to the parts of a plan: sections, what each is for, and what is promised there."""
