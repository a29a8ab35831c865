"""The kinds of finding of the reading room, BKL001 to BKL049; their manual is `kinds.md`."""

from __future__ import annotations

from pathlib import Path

from bkl.diagnostics.finding import Kind
from bkl.diagnostics.manual import read_manual

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
SAMENVOEGING_NIET_AF = Kind("BKL022", "samenvoeging_niet_af", "fout")
ONZICHTBAAR_TEKEN = Kind("BKL023", "onzichtbaar_teken", "fout")
BEELD_ONBRUIKBAAR = Kind("BKL024", "beeld_onbruikbaar", "fout")
CONTRAST_TE_LAAG = Kind("BKL025", "contrast_te_laag", "fout")

KINDS = tuple(value for value in list(vars().values()) if isinstance(value, Kind))
"""All kinds of the reading room, by code; `kinds.md` holds their manual pages."""


def manual() -> dict[str, str]:
    """Return the manual page of each kind by its code, in Dutch; read when somebody asks."""
    return read_manual(Path(__file__).with_suffix(".md"))
