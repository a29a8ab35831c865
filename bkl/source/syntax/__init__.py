"""What the YAML parser refuses, told in Dutch with its cure."""
