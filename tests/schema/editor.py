"""A YAML file as an editor sees it, and as bkl does."""

import re
from pathlib import Path

from pydantic import ValidationError
from ruamel.yaml import YAML

from bkl.api.schemas.schema import DOCUMENTS
from bkl.source.parsing.yaml_tree import read_tree

ROOT = Path(__file__).parents[2]
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def editor_value(text):
    """Return what YAML 1.2 makes of a file, as the YAML editors do: every key is a text."""
    return _with_text_keys(YAML(typ="safe", pure=True).load(text))


def _with_text_keys(value):
    if isinstance(value, dict):
        return {str(key): _with_text_keys(item) for key, item in value.items()}
    return [_with_text_keys(item) for item in value] if isinstance(value, list) else value


def editor_view(value):
    """Return bkl's own value (every scalar a text) with the plain scalars as an editor has them."""
    if isinstance(value, dict):
        return {key: editor_view(item) for key, item in value.items()}
    if isinstance(value, list):
        return [editor_view(item) for item in value]
    if value in _WORDS:
        return _WORDS[value]
    if _INT.fullmatch(value):
        return int(value)
    return float(value) if _FLOAT.fullmatch(value) else value


def bkl_value(text):
    tree = read_tree("x.yaml", text.encode())
    assert not tree.findings
    return tree.value


def bkl_accepts(name, value):
    """Tell whether the model of a file accepts the value; what rules say does not count."""
    try:
        DOCUMENTS[name].model_validate(value)
    except ValidationError:
        return False
    return True
