"""Baseline: an empty Typer app with two commands."""

import typer

app = typer.Typer()


@app.command()
def een() -> None:
    """Do nothing."""


@app.command()
def twee() -> None:
    """Do nothing either."""


if __name__ == "__main__":
    app()
