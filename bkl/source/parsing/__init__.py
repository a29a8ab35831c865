"""From text to a tree, with a message for what YAML or bkl cannot read."""
