"""Many workspaces: what each came to, kept as a dataset that other programs read too."""
