"""Why the system refuses to read or write a file, in Dutch."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "u hebt daar geen toegang",
    errno.EPERM: "u hebt daar geen toegang",
    errno.EROFS: "daar kan niets worden opgeslagen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is vol",
    errno.EFBIG: "het bestand wordt te groot",
    errno.EIO: "de schijf of de verbinding hapert",
    errno.ENOENT: "dat bestaat niet",
    errno.EEXIST: "dat bestaat al",
    errno.EISDIR: "dat is een map",
    errno.ENOTDIR: "dat is geen map",
    errno.ENAMETOOLONG: "die naam is te lang",
    errno.ELOOP: "die verwijzing loopt rond",
    errno.EBUSY: "een ander programma houdt het vast",
    errno.EINVAL: "die naam kan hier niet",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENXIO: "er is niets aangesloten",
}

_FULL = "Maak ruimte vrij, of kies een andere plek, en geef de opdracht opnieuw."
_NO_ACCESS = "Vraag toegang aan wie de map beheert, of kies een andere plek."
_REMEDIES = {
    errno.EACCES: _NO_ACCESS,
    errno.EPERM: _NO_ACCESS,
    errno.EROFS: "Kies een andere plek.",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
}


def reason(error: OSError) -> str:
    """Return why, as the end of a sentence, without a full stop."""
    return _REASONS.get(error.errno or 0, "het systeem weigert")


def remedy(error: OSError) -> str:
    """Return what to do about it, as a sentence of its own."""
    return _REMEDIES.get(
        error.errno or 0, "Geef de opdracht opnieuw. Blijft het zo, kies dan een andere plek."
    )
