"""The dataset: its version and its columns, one row per indicator and year."""

from __future__ import annotations

from typing import NamedTuple

VERSIE = 1
"""Of the shape of the dataset: another number means that a column went or changed its meaning."""

DECIMALEN = 12
_FIGURE = f"DECIMAL(38,{DECIMALEN})"


class Kolom(NamedTuple):
    """One column: its type in SQL, and what it means, in English as the page about it."""

    naam: str
    soort: str
    uitleg: str


def _bounds(naam: str, what: str) -> tuple[Kolom, ...]:
    return (
        Kolom(
            f"{naam}_min", _FIGURE, f"lowest value that {what} can have; null: unknown or endless"
        ),
        Kolom(f"{naam}_min_open", "BOOLEAN", "that value itself is left out (`meer dan 4.000`)"),
        Kolom(
            f"{naam}_max", _FIGURE, f"highest value that {what} can have; null: unknown or endless"
        ),
        Kolom(f"{naam}_max_open", "BOOLEAN", "that value itself is left out (`minder dan 12`)"),
    )


INDICATOREN: tuple[Kolom, ...] = (
    Kolom("werkmap", "VARCHAR", "the workspace, by its place below the folder that was given"),
    Kolom("organisatie", "VARCHAR", "name of the organisation, as its plan writes it"),
    Kolom("titel", "VARCHAR", "title of the plan; null when it has none"),
    Kolom(
        "financier", "VARCHAR", "to whom it answers (`verantwoording: {aan: …}`); null: not said"
    ),
    Kolom("jaar", "INTEGER", "year of the plan"),
    Kolom("peildatum", "DATE", "day on which the account was made up; end of the year without one"),
    Kolom("nummer", "INTEGER", "place of the indicator in its plan, from 1"),
    Kolom("id", "VARCHAR", "the indicator within its plan: `BD-R4.lezingen`"),
    Kolom("sectie", "VARCHAR", "part of the plan: speerpunten, uitgangspunten, projecten …"),
    Kolom("speerpunt", "VARCHAR", "code of the speerpunt"),
    Kolom("speerpunt_titel", "VARCHAR", "its title"),
    Kolom("thema", "VARCHAR", "name of the thema; null when the plan has none"),
    Kolom("doelgroep", "VARCHAR", "name of the doelgroep; null when the plan has none"),
    Kolom("onderdeel", "VARCHAR", "code of the resultaat or activiteit within the speerpunt"),
    Kolom("tekst", "VARCHAR", "what was promised"),
    Kolom("indicator", "VARCHAR", "what is counted or judged"),
    Kolom("niveau", "VARCHAR", "inspanning, prestatie, effect or maatschappelijk effect"),
    Kolom("invloed", "VARCHAR", "eigen, gedeeld or maatschappelijk"),
    Kolom("uitvoerder", "VARCHAR", "who carries it out"),
    Kolom("labels", "VARCHAR[]", "the plan's own words to count by"),
    Kolom("ook_bij", "VARCHAR[]", "other onderdelen that it serves; the row is there once"),
    Kolom("definitie", "VARCHAR", "shared definition with its version; null: none that is shared"),
    Kolom("eenheid", "VARCHAR", "unit of doel, realisatie, verschil and tekort"),
    Kolom("doel", "VARCHAR", "the doel that the year is judged by, as written"),
    Kolom("doelsoort", "VARCHAR", "minimum, maximum, bandbreedte, richtgetal, verandering …"),
    Kolom("richting", "VARCHAR", "which way is better: hoger, lager, binnen or precies"),
    *_bounds("doel", "an acceptable figure"),
    Kolom("drempel", _FIGURE, "the threshold; of `ca. 600` the nominal value"),
    Kolom("nulmeting", _FIGURE, "the baseline"),
    Kolom("realisatie", "VARCHAR", "the figure as written, or as computed from what was written"),
    *_bounds("realisatie", "the figure, in the unit of the doel,"),
    *_bounds("verschil", "realisatie minus drempel"),
    *_bounds("tekort", "the shortfall (never below 0)"),
    *_bounds("procent", "progress in per cent"),
    Kolom("afgerond", "BOOLEAN", "a bound has no exact decimal: it lies just outside the true one"),
    Kolom("uitvoering", "VARCHAR", "what happened, as its writer says"),
    Kolom("oordeel", "VARCHAR", "the verdict"),
    Kolom("tabelrij", "VARCHAR", "row of the decision table that decided"),
    Kolom("vlaggen", "VARCHAR[]", "remarks beside the verdict"),
    Kolom("telt", "BOOLEAN", "counts in N: everything promised, unless it does not apply"),
    Kolom("ontwikkeling", "BOOLEAN", "a figure of society that nobody claims; never in N"),
    Kolom("gehaald", "BOOLEAN", "counts in N and is certainly reached"),
    Kolom("mogelijk", "BOOLEAN", "counts in N and is reached or may still turn out to be"),
    Kolom("reden", "VARCHAR", "code of the reason for a difference"),
    Kolom("toelichting", "VARCHAR", "the explanation"),
    Kolom("bron", "VARCHAR", "where the figure comes from"),
    Kolom("optelling", "VARCHAR", "som, uniek (people may be counted twice) or null: never added"),
    Kolom("opteleenheid", "VARCHAR", "unit of the total: that of the definition, else of the doel"),
    Kolom("bijdrage_min", _FIGURE, "the least it adds to a total; null: no telling"),
    Kolom("bijdrage_max", _FIGURE, "the most it adds to a total; null: no telling"),
    Kolom("belofte", _FIGURE, "what was promised of a figure that is added and must be high"),
    Kolom("plan_bestand", "VARCHAR", "file with the promise, seen from the workspace"),
    Kolom("plan_regel", "INTEGER", "its line there"),
    Kolom("verslag_bestand", "VARCHAR", "file with the answer; null: no answer"),
    Kolom("verslag_regel", "INTEGER", "its line there"),
    Kolom("kenmerk", "VARCHAR", "SHA-256 of the data of the year, as documents tell it"),
    Kolom("bkl", "VARCHAR", "version of bkl that judged"),
    Kolom("versie", "INTEGER", "version of this shape"),
)
"""Every column of the table of indicators, in order."""

WERKMAPPEN: tuple[Kolom, ...] = (
    Kolom("werkmap", "VARCHAR", "the workspace, as in the table of indicators"),
    Kolom("jaar", "INTEGER", "year; null when no year could be read"),
    Kolom("organisatie", "VARCHAR", "name of the organisation; null: unreadable"),
    Kolom("titel", "VARCHAR", "title of the plan"),
    Kolom("financier", "VARCHAR", "to whom it answers"),
    Kolom("stand", "VARCHAR", "geteld, onbruikbaar, dubbel (same data) or botst (two versions)"),
    Kolom("indicatoren", "INTEGER", "rows that it has, counted or not"),
    Kolom("fouten", "INTEGER", "faults that `bkl check` finds in its data"),
    Kolom("waarschuwingen", "INTEGER", "warnings"),
    Kolom("eisen", "INTEGER", "demands that are not met; null: none were given"),
    Kolom("melding", "VARCHAR", "what to know first: why it is not counted, or the first fault"),
    Kolom("plaats", "VARCHAR", "where that is, as file:line"),
    Kolom("kenmerk", "VARCHAR", "SHA-256 of the data of the year"),
    Kolom("inhoud", "VARCHAR", "SHA-256 of everything that was read, by which a change is known"),
)
"""Every column of the table of workspaces: a row per year, or one where no year can be read."""


def definition(kolommen: tuple[Kolom, ...]) -> str:
    """Return the columns as a struct of names and types, as DuckDB reads them."""
    return "{" + ", ".join(f"'{one.naam}': '{one.soort}'" for one in kolommen) + "}"
