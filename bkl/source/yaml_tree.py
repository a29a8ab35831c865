"""Read YAML into plain values with a place for every key and value.

Nothing is interpreted: what `4.000` or `no` means is for the reader of that field.
"""

from __future__ import annotations

import yaml

from bkl.source.complaints import UnreadableError
from bkl.source.decode import decode
from bkl.source.syntax.explain import explain
from bkl.source.tree import Layout, PlainValue, Style, Tree
from bkl.source.walker import Walker

__all__ = ["PlainValue", "Style", "Tree", "read_tree"]


def read_tree(name: str, data: bytes) -> Tree:
    """Return the tree of one YAML file; what is wrong with it stands in `findings`.

    Never raises for any `data`. The value is None when the file cannot be used at all.
    """
    source, refused = decode(name, data)
    if refused is not None:
        return Tree(source, None, Layout(), [refused])
    walker = Walker(source)
    try:
        value: PlainValue | None = walker.read()
    except UnreadableError as stop:
        walker.findings.append(stop.finding)
        value = None
    except yaml.YAMLError as error:
        walker.findings.append(explain(source, error))
        value = None
    return Tree(source, value, walker.layout, walker.findings)
