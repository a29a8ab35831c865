"""What reads otherwise than it looks: YAML traps, signs nobody sees, and their cures."""
