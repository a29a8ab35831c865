"""JSON text, safe to look at: no character in it can steer a terminal."""

from __future__ import annotations

from bkl.domein.jsontekst import JsonValue, dump

__all__ = ["JsonValue", "dump"]
