"""The dataset: its version and its columns, one row per indicator and year."""

from __future__ import annotations

from typing import NamedTuple

VERSIE = 1
"""Of the shape of the dataset: another number means that a column went or changed its meaning."""

DECIMALEN = 12
_FIGURE = f"DECIMAL(38,{DECIMALEN})"


class Veldsoort(NamedTuple):
    """One column: its type in SQL, and what it means, in English as the page about it."""

    naam: str
    soort: str
    uitleg: str


def _bounds(naam: str, what: str) -> tuple[Veldsoort, ...]:
    return (
        Veldsoort(
            f"{naam}_min", _FIGURE, f"lowest value that {what} can have; null: unknown or endless"
        ),
        Veldsoort(
            f"{naam}_min_open", "BOOLEAN", "that value itself is left out (`meer dan 4.000`)"
        ),
        Veldsoort(
            f"{naam}_max", _FIGURE, f"highest value that {what} can have; null: unknown or endless"
        ),
        Veldsoort(f"{naam}_max_open", "BOOLEAN", "that value itself is left out (`minder dan 12`)"),
    )


INDICATOREN: tuple[Veldsoort, ...] = (
    Veldsoort("werkmap", "VARCHAR", "the workspace, by its place below the folder that was given"),
    Veldsoort("organisatie", "VARCHAR", "name of the organisation, as its plan writes it"),
    Veldsoort("titel", "VARCHAR", "title of the plan; null when it has none"),
    Veldsoort(
        "financier", "VARCHAR", "to whom it answers (`verantwoording: {aan: …}`); null: not said"
    ),
    Veldsoort("jaar", "INTEGER", "year of the plan"),
    Veldsoort("geteld", "BOOLEAN", "counts; false where two workspaces tell of one plan"),
    Veldsoort(
        "peildatum", "DATE", "day on which the account was made up; end of the year without one"
    ),
    Veldsoort("nummer", "INTEGER", "place of the indicator in its plan, from 1"),
    Veldsoort("id", "VARCHAR", "the indicator within its plan: `BD-R4.lezingen`"),
    Veldsoort("sectie", "VARCHAR", "part of the plan: speerpunten, uitgangspunten, projecten …"),
    Veldsoort("speerpunt", "VARCHAR", "code of the speerpunt"),
    Veldsoort("speerpunt_titel", "VARCHAR", "its title"),
    Veldsoort(
        "pad", "VARCHAR[]", "codes from the top down to its own: what the speerpunt stands under"
    ),
    Veldsoort("programma", "VARCHAR", "the titles of that path, as `Meedoen › Taal en rekenen`"),
    Veldsoort("thema", "VARCHAR", "name of the thema; null when the plan has none"),
    Veldsoort("doelgroep", "VARCHAR", "name of the doelgroep; null when the plan has none"),
    Veldsoort("onderdeel", "VARCHAR", "code of the resultaat or activiteit within the speerpunt"),
    Veldsoort("tekst", "VARCHAR", "what was promised"),
    Veldsoort("indicator", "VARCHAR", "what is counted or judged"),
    Veldsoort("niveau", "VARCHAR", "inspanning, prestatie, effect or maatschappelijk effect"),
    Veldsoort("invloed", "VARCHAR", "eigen, gedeeld or maatschappelijk"),
    Veldsoort("uitvoerder", "VARCHAR", "who carries it out"),
    Veldsoort("labels", "VARCHAR[]", "the plan's own words to count by"),
    Veldsoort("ook_bij", "VARCHAR[]", "other onderdelen that it serves; the row is there once"),
    Veldsoort(
        "definitie", "VARCHAR", "shared definition with its version; null: none that is shared"
    ),
    Veldsoort("eenheid", "VARCHAR", "unit of doel, realisatie, verschil and tekort"),
    Veldsoort("doel", "VARCHAR", "the doel that the year is judged by, as written"),
    Veldsoort("doelsoort", "VARCHAR", "minimum, maximum, bandbreedte, richtgetal, verandering …"),
    Veldsoort("richting", "VARCHAR", "which way is better: hoger, lager, binnen or precies"),
    *_bounds("doel", "an acceptable figure"),
    Veldsoort("drempel", _FIGURE, "the threshold; of `ca. 600` the nominal value"),
    Veldsoort("nulmeting", _FIGURE, "the baseline"),
    Veldsoort(
        "realisatie", "VARCHAR", "the figure as written, or as computed from what was written"
    ),
    *_bounds("realisatie", "the figure, in the unit of the doel,"),
    *_bounds("verschil", "realisatie minus drempel"),
    *_bounds("tekort", "the shortfall (never below 0)"),
    *_bounds("procent", "progress in per cent"),
    Veldsoort(
        "afgerond", "BOOLEAN", "a bound has no exact decimal: it lies just outside the true one"
    ),
    Veldsoort("uitvoering", "VARCHAR", "what happened, as its writer says"),
    Veldsoort("oordeel", "VARCHAR", "the verdict"),
    Veldsoort("tabelrij", "VARCHAR", "row of the decision table that decided"),
    Veldsoort("vlaggen", "VARCHAR[]", "remarks beside the verdict"),
    Veldsoort("telt", "BOOLEAN", "counts in N: everything promised, unless it does not apply"),
    Veldsoort("ontwikkeling", "BOOLEAN", "a figure of society that nobody claims; never in N"),
    Veldsoort("gehaald", "BOOLEAN", "counts in N and is certainly reached"),
    Veldsoort("mogelijk", "BOOLEAN", "counts in N and is reached or may still turn out to be"),
    Veldsoort("reden", "VARCHAR", "code of the reason for a difference"),
    Veldsoort("toelichting", "VARCHAR", "the explanation"),
    Veldsoort("bron", "VARCHAR", "where the figure comes from"),
    Veldsoort(
        "optelling", "VARCHAR", "som, uniek (people may be counted twice) or null: never added"
    ),
    Veldsoort(
        "opteleenheid", "VARCHAR", "unit of the total: that of the definition, else of the doel"
    ),
    Veldsoort("bijdrage_bekend", "BOOLEAN", "there is a figure of the right day to add"),
    Veldsoort("bijdrage_min", _FIGURE, "the least it adds to a total; null: no telling"),
    Veldsoort("bijdrage_min_open", "BOOLEAN", "it adds more than that"),
    Veldsoort("bijdrage_max", _FIGURE, "the most it adds to a total; null: no telling"),
    Veldsoort("belofte", _FIGURE, "what was promised of a figure that is added and must be high"),
    Veldsoort("plan_bestand", "VARCHAR", "file with the promise, seen from the workspace"),
    Veldsoort("plan_regel", "INTEGER", "its line there"),
    Veldsoort("verslag_bestand", "VARCHAR", "file with the answer; null: no answer"),
    Veldsoort("verslag_regel", "INTEGER", "its line there"),
    Veldsoort("kenmerk", "VARCHAR", "SHA-256 of the data of the year, as documents tell it"),
    Veldsoort("bkl", "VARCHAR", "version of bkl that judged"),
    Veldsoort("versie", "INTEGER", "version of this shape"),
)
"""Every column of the table of indicators, in order."""

WERKMAPPEN: tuple[Veldsoort, ...] = (
    Veldsoort("werkmap", "VARCHAR", "the workspace, as in the table of indicators"),
    Veldsoort("jaar", "INTEGER", "year; null when no year could be read"),
    Veldsoort("organisatie", "VARCHAR", "name of the organisation; null: unreadable"),
    Veldsoort("titel", "VARCHAR", "title of the plan"),
    Veldsoort("financier", "VARCHAR", "to whom it answers"),
    Veldsoort(
        "stand", "VARCHAR", "geteld, onbruikbaar, dubbel (same data) or botst (two versions)"
    ),
    Veldsoort("indicatoren", "INTEGER", "rows that it has, counted or not"),
    Veldsoort("fouten", "INTEGER", "faults that `bkl check` finds in its data"),
    Veldsoort("waarschuwingen", "INTEGER", "warnings"),
    Veldsoort("eisen", "INTEGER", "demands that are not met; null: none were given"),
    Veldsoort(
        "melding", "VARCHAR", "what to know first: why it is not counted, or the first fault"
    ),
    Veldsoort("plaats", "VARCHAR", "where that is, as file:line"),
    Veldsoort("kenmerk", "VARCHAR", "SHA-256 of the data of the year"),
    Veldsoort(
        "inhoud", "VARCHAR", "SHA-256 of everything that was read, by which a change is known"
    ),
)
"""Every column of the table of workspaces: a row per year, or one where no year can be read."""


def definition(kolommen: tuple[Veldsoort, ...]) -> str:
    """Return the columns as a struct of names and types, as DuckDB reads them."""
    return "{" + ", ".join(f"'{one.naam}': '{one.soort}'" for one in kolommen) + "}"
