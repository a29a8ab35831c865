"""The kinds of finding of the reading room, BKL001 to BKL049, with their manual text."""

from __future__ import annotations

from dataclasses import dataclass

from bkl.diagnostics.finding import Kind
from bkl.source.manual_content import UITLEG_INHOUD
from bkl.source.manual_yaml import UITLEG_YAML


@dataclass(frozen=True, slots=True)
class Leesregel:
    """Leesregel: een soort leesfout met de uitleg voor het handboek."""

    kind: Kind
    uitleg: str


LEESFOUT = Kind("BKL001", "leesfout", "fout")
LEEG_BESTAND = Kind("BKL002", "leeg_bestand", "fout")
GEEN_SLEUTELS_EN_WAARDEN = Kind("BKL003", "geen_sleutels_en_waarden", "fout")
GEEN_LEESBARE_TEKST = Kind("BKL004", "geen_leesbare_tekst", "fout")
TE_GROOT_OF_TE_DIEP = Kind("BKL005", "te_groot_of_te_diep", "fout")
DUBBELE_SLEUTEL = Kind("BKL006", "dubbele_sleutel", "fout")
TAB_IN_INSPRINGING = Kind("BKL007", "tab_in_inspringing", "fout")
ANKER_OF_ALIAS = Kind("BKL008", "anker_of_alias", "fout")
KOMMA_IN_KORTE_REGEL = Kind("BKL009", "komma_in_korte_regel", "fout")
ONBEKENDE_SLEUTEL = Kind("BKL010", "onbekende_sleutel", "fout")
ONTBREKENDE_SLEUTEL = Kind("BKL011", "ontbrekende_sleutel", "fout")
VERKEERDE_SOORT_WAARDE = Kind("BKL012", "verkeerde_soort_waarde", "fout")
ONBEKENDE_KEUZE = Kind("BKL013", "onbekende_keuze", "fout")
ONGELDIGE_NAAM = Kind("BKL014", "ongeldige_naam", "fout")
ONLEESBARE_HOEVEELHEID = Kind("BKL015", "onleesbare_hoeveelheid", "fout")
DUBBELZINNIG_GETAL = Kind("BKL016", "dubbelzinnig_getal", "fout")
ONLEESBAAR_BESTAND = Kind("BKL017", "onleesbaar_bestand", "fout")
WERKPLAN_ONTBREEKT = Kind("BKL018", "werkplan_ontbreekt", "fout")
BESTAND_NIET_GELEZEN = Kind("BKL019", "bestand_niet_gelezen", "fout")
BESTAND_ONGEBRUIKT = Kind("BKL020", "bestand_ongebruikt", "waarschuwing")
TWEE_BESTANDEN = Kind("BKL021", "twee_bestanden", "fout")

_KINDS = (
    LEESFOUT,
    LEEG_BESTAND,
    GEEN_SLEUTELS_EN_WAARDEN,
    GEEN_LEESBARE_TEKST,
    TE_GROOT_OF_TE_DIEP,
    DUBBELE_SLEUTEL,
    TAB_IN_INSPRINGING,
    ANKER_OF_ALIAS,
    KOMMA_IN_KORTE_REGEL,
    ONBEKENDE_SLEUTEL,
    ONTBREKENDE_SLEUTEL,
    VERKEERDE_SOORT_WAARDE,
    ONBEKENDE_KEUZE,
    ONGELDIGE_NAAM,
    ONLEESBARE_HOEVEELHEID,
    DUBBELZINNIG_GETAL,
    ONLEESBAAR_BESTAND,
    WERKPLAN_ONTBREEKT,
    BESTAND_NIET_GELEZEN,
    BESTAND_ONGEBRUIKT,
    TWEE_BESTANDEN,
)
_UITLEG = UITLEG_YAML | UITLEG_INHOUD

LEESREGELS: tuple[Leesregel, ...] = tuple(Leesregel(kind, _UITLEG[kind.code]) for kind in _KINDS)
"""All kinds of the reading room, by code."""
