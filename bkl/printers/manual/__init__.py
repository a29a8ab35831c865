"""The manual at the terminal."""
