"""How what is signed is shown."""
