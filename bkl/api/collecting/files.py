"""Which forms there are to read, and which of them cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.workspace.refusal import reason
from bkl.render.errors import Formaatfout
from bkl.sheets.answers import Bezwaar, Gelezen, Spotted, read_answers
from bkl.sheets.grid import Unreadable
from bkl.sheets.reading import reader_names

_LOCKS = ("~$", ".~lock.")
"""How the files begin that Excel and LibreOffice put beside one that is open."""


def find_forms(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are meant, a folder as all forms in it; each file once.

    Raises Gebruiksfout for a path that is not there and for a folder without forms.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            endings = {f".{name}" for name in reader_names()}
            inside = [one for one in sorted(path.iterdir()) if one.suffix.casefold() in endings]
            inside = [one for one in inside if not one.name.startswith(_LOCKS)]
            if not inside:
                raise Gebruiksfout(
                    f"In `{path}` staat geen formulier.", "Noem een bestand op .xlsx of .csv."
                )
            found |= {one.resolve(): one for one in inside}
        elif path.exists():
            found.setdefault(path.resolve(), path)
        else:
            raise Gebruiksfout(f"`{path}` bestaat niet.", "Controleer de naam van het formulier.")
    return list(found.values())


def read_forms(
    paths: Sequence[Path], progress: Callable[[int, int, str], None]
) -> Iterator[tuple[Path, Gelezen | None, list[Bezwaar]]]:
    """Yield each file with what it holds (None: it cannot be read) and what to say of it.

    Raises Gebruiksfout when something is not installed.
    """
    for number, path in enumerate(paths, 1):
        progress(number, len(paths) + 1, f"{path.name} lezen")
        if path.name.startswith(_LOCKS):
            yield path, None, [_lock(path)]
            continue
        try:
            found = read_answers(path)
        except Unreadable as fault:
            yield path, None, [Bezwaar(Spotted(path.name), fault.message, fault.cure)]
        except Formaatfout as fault:
            raise Gebruiksfout(fault.message, fault.cure) from fault
        except OSError as fault:
            told = f"Dit bestand is niet te lezen: {reason(fault)}."
            yield (
                path,
                None,
                [Bezwaar(Spotted(path.name), told, "Sluit het in andere programma's.")],
            )
        else:
            yield path, found, [*_open_elsewhere(path), *found.bezwaren]


def _lock(path: Path) -> Bezwaar:
    """Return what to say of a file that Excel itself put there; it holds no answers."""
    name = path.name.removeprefix("~$").removeprefix(".~lock.").removesuffix("#")
    message = f"Dit is geen formulier: het laat zien dat `{name}` nog open staat."
    return Bezwaar(Spotted(path.name), message, f"Sla `{name}` op en sluit het.", licht=True)


def _open_elsewhere(path: Path) -> Iterator[Bezwaar]:
    beside = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    if any(lock.exists() for lock in beside):
        yield Bezwaar(
            Spotted(path.name),
            "Dit formulier staat nog open in een ander programma; gelezen is wat er is opgeslagen.",
            "Sla het daar op, sluit het, en lees het dan nog eens in.",
            licht=True,
        )
