"""What `bkl set` records beside the figure of a promise: parts, money and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from bkl.cli.common.options import folder_of
from bkl.domein.records import NamedTuple

if TYPE_CHECKING:
    from bkl.api.recording.entry import Invoer

_ANY = ("bron", "toelichting")
_BELONGS = {"geld": (*_ANY, "reden"), "feiten": (*_ANY, "tekst", "bij")}


def _code(ctx: typer.Context) -> str:
    """Return the code that was typed: while an option is completed it is not yet a value."""
    return str(ctx.params.get("code") or next(iter(ctx.args), ""))


def _begun(names: Iterable[str], typed: str) -> list[str]:
    """Return the names that begin so, in any case; the answer keeps what was typed."""
    low, size = typed.casefold(), len(typed)
    return [typed + name[size:] for name in names if name.casefold().startswith(low)]


def complete_voortgang(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the plan's own words for how something stands."""
    with suppress(Exception):
        from bkl import api  # noqa: PLC0415

        names = api.progress_to_set(folder_of(ctx))
        return _begun(names, incomplete)
    return []


def complete_deel(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the parts of the figure that was named; nothing when it cannot be told."""
    with suppress(Exception):  # while a line is being typed nothing may be printed
        from bkl import api  # noqa: PLC0415

        names = api.parts_to_set(folder_of(ctx), _code(ctx))
        return _begun(names, incomplete)
    return []


def complete_dekking(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return who pays for the part that was named."""
    with suppress(Exception):
        from bkl import api  # noqa: PLC0415

        names = api.funders_to_set(folder_of(ctx), _code(ctx))
        return _begun(names, incomplete)
    return []


DeelOption = Annotated[
    str | None,
    typer.Option(
        "--deel",
        metavar="NAAR=DEEL",
        autocompletion=complete_deel,
        help="Het cijfer is van één deel, zoals `wijk=Noord`.",
    ),
]
VoortgangOption = Annotated[
    str | None,
    typer.Option(
        "--voortgang",
        metavar="WOORD",
        autocompletion=complete_voortgang,
        help="Hoe het ervoor staat.",
    ),
]
PrognoseOption = Annotated[
    str | None, typer.Option("--prognose", metavar="CIJFER", help="Wat u aan het eind verwacht.")
]
BesteedOption = Annotated[
    str | None,
    typer.Option("--besteed", metavar="BEDRAG", help="Wat er van een onderdeel is uitgegeven."),
]
BijgesteldOption = Annotated[
    str | None,
    typer.Option("--bijgesteld", metavar="BEDRAG", help="De begroting zoals die is bijgesteld."),
]
DekkingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--dekking",
        metavar="WIE=BEDRAG",
        autocompletion=complete_dekking,
        help="Wie het betaalde, en hoeveel; mag vaker.",
    ),
]
FeitOption = Annotated[
    str | None,
    typer.Option("--feit", metavar="TEKST", help="Een cijfer zonder toezegging: wat er is geteld."),
]
BijOption = Annotated[
    str | None,
    typer.Option("--bij", metavar="CODE", help="Bij welk onderdeel een feit hoort."),
]


class Beside(NamedTuple):
    """The amounts and the fact that somebody gave, as typed."""

    deel: str | None
    besteed: str | None
    bijgesteld: str | None
    dekking: Sequence[str] | None
    feit: str | None
    bij: str | None

    @property
    def amounts(self) -> list[tuple[tuple[str, ...], str]]:
        """The amounts with their places."""
        return list(self._amounts())

    def _amounts(self) -> Iterator[tuple[tuple[str, ...], str]]:
        for name, amount in (("bijgesteld", self.bijgesteld), ("besteed", self.besteed)):
            if amount is not None:
                yield (name,), amount
        for text in self.dekking or ():
            wie, equals, amount = text.rpartition("=")
            if not equals or not wie.strip():
                raise typer.BadParameter(
                    f"Schrijf wie betaalt en hoeveel, zoals `--dekking Rijk=€ 250.000`; hier staat "
                    f"`{text}`."
                )
            yield ("dekking", wie.strip()), amount.strip()

    @property
    def is_fact(self) -> bool:
        """Tell whether this is about a fact."""
        return self.feit is not None or self.bij is not None


def invoeren(
    code: str,
    waarde: str | None,
    periode: str | None,
    velden: Mapping[str, str | Sequence[str]],
    beside: Beside,
) -> tuple[Invoer, ...]:
    """Return what must be recorded. Raises BadParameter for what does not go together."""
    from bkl import api  # noqa: PLC0415 - start-up

    amounts = beside.amounts
    if beside.is_fact:
        _expect_alone("feiten", periode, velden, "een feit", bool(amounts) or bool(beside.deel))
        about = {"tekst": beside.feit, "bij": beside.bij}
        told = {key: text for key, text in about.items() if text is not None}
        return (api.Invoer(code, waarde, None, {**told, **velden}, lijst="feiten"),)
    if amounts:
        if waarde is not None:
            raise typer.BadParameter(
                f"`{waarde}` hoort bij een toezegging. Zet een bedrag achter `--besteed`."
            )
        _expect_alone("geld", periode, velden, "geld", bool(beside.deel))
        return tuple(
            api.Invoer(code, amount, None, {} if number else velden, plek, "geld")
            for number, (plek, amount) in enumerate(amounts)
        )
    return (api.Invoer(code, waarde, periode, velden, deel=beside.deel),)


def _expect_alone(
    lijst: str, periode: str | None, velden: Mapping[str, object], what: str, more: object
) -> None:
    wrong = [f"--{key}" for key in velden if key not in _BELONGS[lijst]]
    wrong += ["--periode"] if periode is not None else []
    if wrong or more:
        other = ", ".join(f"`{one}`" for one in wrong) or "een deel of een bedrag"
        raise typer.BadParameter(f"Bij {what} past {other} niet. Doe het in twee keer.")
