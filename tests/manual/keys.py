"""The index of keys: every key of the YAML, where it stands and what it means."""

from bkl.domein.model.akkoorden import Akkoorden
from bkl.domein.model.bijstellingen import Bijstellingen
from bkl.domein.model.instellingen import Instellingen
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.source.models.keys import _inside, _is_model, _options, _spelled

FILES = {
    "werkplan": Werkplan,
    "jaarverslag": Jaarverslag,
    "bijstellingen": Bijstellingen,
    "akkoord": Akkoorden,
    "bkl.yaml": Instellingen,
}
HEAD = """\
# Alle sleutels van A tot Z

Elke sleutel van de YAML-bestanden: in welk bestand zij kan staan, waarbij, en wat zij betekent.

| sleutel | bestand | bij | betekenis |
|---|---|---|---|
"""


def page():
    """Return the page in Markdown."""
    found = set()
    for file, model in FILES.items():
        _walk(file, model, set(), found)
    rows = sorted(found, key=lambda row: (row[0].casefold(), row[1], row[2]))
    return HEAD + "".join(f"| `{key}` | {file} | {at} | {said} |\n" for key, file, at, said in rows)


def _walk(file, model, seen, found):
    if model in seen:
        return
    seen.add(model)
    at = "bovenaan" if model is FILES[file] else model.__name__
    for key, field in _spelled(model).items():
        found.add((key, file, at, field.title or ""))
        waiting = [field.annotation]
        while waiting:
            options = list(_options(waiting))
            waiting = []
            for option in options:
                if _is_model(option):
                    _walk(file, option, seen, found)
                else:
                    waiting += [*_inside(option, 0), *_inside(option, "x")]
