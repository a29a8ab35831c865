"""Colours as people write them, and whether one can be read on another."""

from __future__ import annotations

from bkl.domein.notatie.values.lazy import Lazy

AA = 4.5
"""The contrast that running text needs at least (WCAG 2.1, 1.4.3)."""
_DARK = "#1d2422"
"""The lightest ground of a dark page."""
_COLOUR = Lazy(r"#[0-9a-fA-F]{6}")
Rgb = tuple[int, int, int]


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour: `#0b5a52`."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    low, high = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))))
    return (high + 0.05) / (low + 0.05)


def is_legible(colour: str) -> bool:
    """Tell whether words in this colour can be read on white and on a light tint of it."""
    return min(contrast(colour, "#ffffff"), contrast(colour, tint(colour, 90))) >= AA


def nearest_legible(colour: str) -> str:
    """Return the colour itself, or mixed with just enough black that it can be read."""
    shares = (tint(colour, share, 0) for share in range(100))
    return next((mixed for mixed in shares if is_legible(mixed)), "#000000")


def fit_for_dark(colour: str) -> str:
    """Return the colour with just enough white that it can be read on a dark screen."""
    ground = tint(colour, 75, 0)
    shares = (tint(colour, share) for share in range(100))
    return next(
        (one for one in shares if min(contrast(one, ground), contrast(one, _DARK)) >= AA),
        "#ffffff",
    )


def tint(colour: str, share: int, end: int = 255) -> str:
    """Return the colour mixed with `share` percent of white (255) or black (0)."""
    return _mixed(_rgb(colour), end, share)


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(rgb: Rgb, end: int, share: int) -> str:
    return "#" + "".join(f"{round(part + (end - part) * share / 100):02x}" for part in rgb)


def _luminance(rgb: Rgb) -> float:
    red, green, blue = (_linear(part / 255) for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
