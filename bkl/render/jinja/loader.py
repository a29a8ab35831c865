"""Finding templates: those of the workspace first, and those of bkl always under `bkl/`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.exceptions import TemplateNotFound

SHIPPED = "bkl"
"""`{% extends "bkl/jaarverslag.md.j2" %}` means the template of bkl, whatever replaces it."""


class Folder(FileSystemLoader):
    """One folder of templates. A link that leads out of it is not followed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template; raises TemplateNotFound for what is not in here."""
        source, filename, current = super().get_source(environment, template)
        if not Path(filename).resolve().is_relative_to(self.folder):
            raise TemplateNotFound(template)
        return source, filename, current


class Remembered(BytecodeCache):
    """Compiled templates, for as long as the program runs and their text stays the same.

    Making a second format, or a report again after a save, then costs half as much.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand out what was compiled from this very text."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            self._known[bucket.key] = (bucket.checksum, bucket.code)


REMEMBERED = Remembered()


def make_loader(folders: Sequence[Path]) -> ChoiceLoader:
    """Return what finds templates in `folders`, the first first; the last is that of bkl."""
    own = [Folder(folder) for folder in folders]
    return ChoiceLoader([PrefixLoader({SHIPPED: own[-1]}), *own])


def template_name(loader: BaseLoader | None, filename: str) -> str | None:
    """Return how a template is called to which a file belongs, None for any other file."""
    loaders = loader.loaders if isinstance(loader, ChoiceLoader) else []
    folders = [one.folder for one in loaders if isinstance(one, Folder)]
    for folder in folders:
        if Path(filename).is_relative_to(folder):
            name = Path(filename).relative_to(folder).as_posix()
            return f"{SHIPPED}/{name}" if folder is folders[-1] else name
    return None
