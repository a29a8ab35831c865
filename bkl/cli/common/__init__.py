"""What the commands share: options, streams, consent, progress and the Dutch of Typer."""
