"""The walls of the house, as functions: each takes the source of every module and names breaches.

A module is known by its dotted name; its source is parsed once. `planted` in `test_walls.py`
breaks each wall and sees that it is told.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
House = Mapping[str, str]

ONLY_IN = {
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli", "printers"},
    "jinja2": {"render"},
    "markdown_it": {"render"},
    "mdit_py_plugins": {"render"},
    "weasyprint": {"render"},
    "pikepdf": {"render"},
    "docx": {"render"},
    "pyphen": {"render"},
    "resvg_py": {"render"},
    "yaml": {"source"},
    "watchfiles": {"preview"},
    "xlsxwriter": {"render", "sheets"},
    "python_calamine": {"sheets"},
    "mammoth": {"draft"},
    "pypdf": {"draft"},
    "duckdb": {"portfolio"},
    "dask": {"portfolio"},
    "distributed": {"portfolio"},
}
"""Which rooms may know a library; a library that is not here may be used anywhere."""
EXTRAS = {name for name in ONLY_IN if name not in ("typer", "click", "rich", "jinja2", "yaml")}
LATE = {
    "ast": "only with python -OO, which leaves docstrings out",
    "inspect": "only with python -OO, which leaves docstrings out",
    "text_to_num": "few phrases hold a number word that is not in bkl's own list",
    "difflib": "only when something is wrong",
    "rich.cells": "only for signs that may be wide or joined",
    "bkl.source.models.rest": "only for a file with faults",
    "bkl.source.syntax.explain": "only for a file that is no YAML",
    "bkl.printers.gap.parts.steps": "only with --explain",
    "bkl.printers.gap.parts.periods": "only with --per and a period",
    "bkl.printers.gap.parts.per": "only with --per",
    "bkl.printers.gap.parts.overview": "only where nothing was selected",
    "bkl.render.look": "only where a Word document of the house is named",
    "bkl.render.document": "reports are named without Jinja, and made with it",
    "bkl.domein.dossier.reading.metingen": "only for figures with a moment",
    "bkl.domein.dossier.measuring.metingen": "only for figures with a moment",
    "bkl.domein.dossier.reading.parts": "only for a figure that is split",
    "bkl.gap.mijlpalen": "only for a promise with steps, or one that was changed",
    "bkl.source.pitfalls.cures": "only when something is wrong",
    **dict.fromkeys(
        (
            "bkl.domein.notatie.meaning.promised",
            "bkl.domein.notatie.meaning.undecided",
            "bkl.domein.notatie.meaning.realised",
            "bkl.domein.notatie.meaning.ordered",
            "bkl.domein.notatie.reading.done",
            "bkl.domein.notatie.reading.notes",
            "bkl.domein.notatie.reading.ordered",
            "bkl.domein.notatie.reading.peel",
            "bkl.domein.notatie.changes.base",
            "bkl.domein.notatie.changes.nulmeting",
            "bkl.domein.notatie.vocabulary.refusals",
        ),
        "only for a phrase that is more than a quantity: many a plan has none",
    ),
}
"""Imports within a function that no room explains, each with its reason."""


def house() -> dict[str, str]:
    found = {}
    for path in sorted((ROOT / "bkl").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = path.read_text(encoding="utf-8")
    return found


@cache
def tree(source: str) -> ast.Module:
    return ast.parse(source)


def room(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def imports(module: str, modules: House) -> Iterator[tuple[str, ast.stmt]]:
    """Yield the full name of everything that a module imports, with the statement."""
    for node in ast.walk(tree(modules[module])):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield (full if full in modules else node.module), node


def arrows(modules: House) -> dict[str, set[str]]:
    """Return what each module imports of bkl, type checking and functions included."""
    found = {}
    for module in modules:
        targets = {target for target, _ in imports(module, modules)}
        found[module] = {target for target in targets if target in modules} - {module}
    return found


def circles(graph: Mapping[str, set[str]]) -> list[tuple[str, ...]]:
    """Return the groups of nodes that can reach each other (Tarjan's algorithm)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[tuple[str, ...]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(graph.get(node, ())):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            at = stack.index(node)
            group = tuple(sorted(stack[at:]))
            del stack[at:]
            if len(group) > 1:
                found.append(group)

    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found


def import_circles(modules: House) -> list[str]:
    return [" ↔ ".join(group) for group in circles(arrows(modules))]


def room_circles(modules: House) -> list[str]:
    """Arrows up within a room: its modules and folders, each as one, import in a circle.

    Where there is no circle, there is an order of floors in which every arrow goes down.
    """
    graph = arrows(modules)
    packages = {name.rpartition(".")[0] for name in modules} - {""}
    found = []
    for package in sorted(packages):
        inside: dict[str, set[str]] = defaultdict(set)

        def child(name: str, package: str = package) -> str | None:
            if name == package:
                return package
            if not name.startswith(f"{package}."):
                return None
            return f"{package}.{name.removeprefix(package + '.').split('.')[0]}"

        for name, targets in graph.items():
            here = child(name)
            for there in map(child, targets):
                if here and there and here != there:
                    inside[here].add(there)
        found += [f"in {package}: {' ↔ '.join(group)}" for group in circles(inside)]
    return found


def private_from_elsewhere(modules: House) -> list[str]:
    """Modules whose name begins with an underscore, imported from outside their folder."""
    found = []
    for module in modules:
        for target, _ in imports(module, modules):
            parts = target.split(".")
            private = next((i for i, part in enumerate(parts) if part.startswith("_")), None)
            if private is None or parts[0] != "bkl":
                continue
            folder = ".".join(parts[:private])
            if not module.startswith(f"{folder}."):
                found.append(f"{module} imports {target}")
    return found


def only_passing_on(modules: House) -> list[str]:
    """Modules that define nothing and only hand on what others define."""

    def adds(node: ast.stmt) -> bool:
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Expr):
            return False
        targets = node.targets if isinstance(node, ast.Assign) else ()
        return not any(isinstance(one, ast.Name) and one.id == "__all__" for one in targets)

    return [
        name
        for name, source in modules.items()
        if any(isinstance(node, ast.ImportFrom) for node in tree(source).body)
        and not any(adds(node) for node in tree(source).body)
        and name != "bkl.__main__"
    ]


def cut_by_length(modules: House) -> list[str]:
    """Names that tell that a module was cut where it became too long."""
    tails = ("_more", "_rest", "_extra", "_misc", "_2", "_helpers", "_utils")
    return [name for name in modules if name.endswith(tails) or name.endswith((".utils", ".misc"))]


def one_name_two_classes(modules: House) -> list[str]:
    """Words with more than one meaning: public classes with one name in several modules."""
    homes = defaultdict(list)
    for name, source in modules.items():
        for node in tree(source).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(name)
    return [f"{word}: {', '.join(where)}" for word, where in homes.items() if len(where) > 1]


def late_imports(modules: House) -> list[str]:
    """Imports within a function, other than in a command, at the door, and of an extra."""
    found = []
    for module in modules:
        body = tree(modules[module]).body
        functions = [
            node for top in body for node in ast.walk(top) if isinstance(node, ast.FunctionDef)
        ]
        inner = {id(node) for function in functions for node in ast.walk(function)}
        for target, node in imports(module, modules):
            if id(node) not in inner or room(module) in ("cli", "api", ""):
                continue
            if target.split(".")[0] in EXTRAS or target in LATE:
                continue
            if module.startswith("bkl.render.formats.") and target.startswith("bkl.render."):
                continue  # a format that needs an extra imports what uses it when it is asked for
            found.append(f"{module} imports {target} within a function")
    return found


def library_in_the_wrong_room(modules: House) -> list[str]:
    found = []
    for module in modules:
        for target, _ in imports(module, modules):
            rooms = ONLY_IN.get(target.split(".")[0])
            if rooms is not None and room(module) not in rooms:
                found.append(f"{module} imports {target}, which is for {' and '.join(rooms)}")
    return found


def lists_kept_twice(modules: House) -> list[str]:
    """Constants of five or more texts that stand in two modules: one of them will be forgotten."""
    homes = defaultdict(set)
    for name, source in modules.items():
        for node in ast.walk(tree(source)):
            if isinstance(node, ast.Tuple | ast.List | ast.Set):
                texts = [one.value for one in node.elts if isinstance(one, ast.Constant)]
                if len(texts) == len(node.elts) >= 5 and all(isinstance(t, str) for t in texts):
                    homes[frozenset(texts)].add(name)
    return [
        f"{sorted(texts)}: {', '.join(sorted(where))}"
        for texts, where in homes.items()
        if len(where) > 1
    ]


def too_large(modules: House, lines: int = 300, function: int = 40) -> list[str]:
    """Modules and functions that are too long; the options of a command do not count."""
    found = []
    for name, source in modules.items():
        length = len(source.splitlines())
        if length > lines:
            found.append(f"{name}: {length} lines")
        for node in ast.walk(tree(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0].lineno - 1 if room(name) == "cli" else node.lineno
                size = (node.end_lineno or first) - first + 1
                if size > function:
                    found.append(f"{name}.{node.name}: {size} lines")
    return found


def too_flat(modules: House, most: int = 17) -> list[str]:
    """Folders with more modules side by side than one overlooks; a family of rules may grow."""
    beside: dict[str, set[str]] = defaultdict(set)
    for name in modules:
        beside[name.rpartition(".")[0]].add(name)
    folders = {parent for module in beside for parent in (module, module.rpartition(".")[0])}
    return [
        f"{folder}: {len(found)} modules"
        for folder, names in beside.items()
        if not folder.startswith("bkl.rules.")
        and len(found := {name for name in names if name not in folders}) > most
    ]


def untold(modules: House) -> list[str]:
    """Modules that do not say what they are for."""
    return [name for name, source in modules.items() if not ast.get_docstring(tree(source))]
