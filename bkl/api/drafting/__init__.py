"""From a plan document to the files of a workspace."""
