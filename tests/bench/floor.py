"""Floor: the C parser with a position for every node, and one validation of the same data."""

import sys
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class Loose(BaseModel):
    model_config = ConfigDict(extra="allow")
    resultaten: "dict[str, Loose]" = {}
    indicatoren: "dict[str, Loose | str]" = {}
    speerpunten: "dict[str, Loose]" = {}
    realisaties: "dict[str, Loose | str]" = {}


def build(node, positions):
    positions[id(node)] = (node.start_mark.line, node.start_mark.column)
    if isinstance(node, yaml.MappingNode):
        return {build(key, positions): build(value, positions) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [build(item, positions) for item in node.value]
    return node.value


for name in sys.argv[1:]:
    with Path(name).open(encoding="utf-8") as file:
        root = yaml.compose(file, yaml.CSafeLoader)
    Loose.model_validate(build(root, {}))
