"""Every place in the YAML where a writer can type, found by walking the models.

A place is a route of keys in one of the files; `document` makes the smallest files in which a
text stands at that place. A new field or model is found by itself.
"""

import types
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal, Union, get_args, get_origin

from bkl.domein.model.bijstellingen import Bijstellingen
from bkl.domein.model.fields import Model
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan

FILES = {"werkplan": Werkplan, "jaarverslag": Jaarverslag, "bijstellingen": Bijstellingen}
BASE = {
    "werkplan": {
        "werkplan": "2021",
        "organisatie": "Proef",
        "themas": {"A": "Samen"},
        "doelgroepen": {"D": "Allen"},
        "speerpunten": {
            "AD": {"ambitie": "Meer.", "resultaten": {"R1": {"tekst": "Iets", "doel": "3 dingen"}}}
        },
    },
    "jaarverslag": {
        "jaarverslag": "2021",
        "peildatum": "31-12-2021",
        "bronnen": {"b": {"titel": "Boek"}},
        "realisaties": {"AD-R1": {"realisatie": "2 dingen", "bron": "b", "reden": "planning"}},
    },
    "bijstellingen": {"bijstellingen": "2021"},
}
KEYS = {
    "themas": "A",
    "doelgroepen": "D",
    "speerpunten": "AD",
    "uitgangspunten": "UIT",
    "projecten": "PRO",
    "bedrijfsvoering": "BED",
    "resultaten": "R1",
    "activiteiten": "A1",
    "indicatoren": "naam",
    "realisaties": "AD-R1",
    "mijlpalen": "30-06-2021",
    "metingen": "30-06-2021",
    "jaardoelen": "2021",
    "per_jaar": "2021",
    "geld": "AD",
    "feiten": "naam",
    "uitsplitsing": "wijk",
    "doelen": "noord",
}
# what a required field holds when another field is tried
SAMPLES = {
    "sha256": "0" * 64,
    "url": "https://voorbeeld.example/cijfers",
    "cel": "B7",
    "was": "3 dingen",
    "wordt": "2 dingen",
    "realisatie": "2 dingen",
    "reden": "planning",
    "indicator": "AD-R1",
}
# what must stand beside a field before it means anything
BESIDE = {"wijzigingen": {"doel": "2 dingen"}}
# what a field takes the place of in what stands beside it
INSTEAD = {"eenheid": {"doel": "3"}}


def places():
    """Yield (name of the file, route, type at the end) for every scalar and every key."""
    for name, model in FILES.items():
        yield from ((name, route, kind) for route, kind in _of_model(model, (), ()))


def models():
    """Return every model that is reached from one of the files."""
    found = set()
    for model in FILES.values():
        _collect(model, found)
    return found


def owner(name, route):
    """Return the name of the model that has the last field of a route."""
    kind = model = FILES[name]
    for step in route[:-1]:
        kind = _inside(kind, step)
        if isinstance(kind, type) and issubclass(kind, Model):
            model = kind
    return model.__name__


def document(name, route, text, *, as_key=False):
    """Return the files by name, with the text at one place of one of them."""
    files = {kind: _copy(data) for kind, data in BASE.items() if kind != "bijstellingen"}
    files[name] = _copy(BASE[name])
    if "indicatoren" in route and route[:2] == ("speerpunten", "AD"):
        # an onderdeel has either a figure of its own or named ones
        del files["werkplan"]["speerpunten"]["AD"]["resultaten"]["R1"]["doel"]
        realisaties = files["jaarverslag"]["realisaties"]
        realisaties["AD-R1.naam"] = realisaties.pop("AD-R1")
    if route[-1] == "eenheid":
        # the phrases leave the unit to the field
        for realisatie in files["jaarverslag"]["realisaties"].values():
            realisatie["realisatie"] = "2"
    _put(files[name], FILES[name], route, text, as_key)
    return files


def _of_model(model, route, above):
    if model in above:
        return
    for field, info in model.model_fields.items():
        yield from _of_type(info.annotation, (*route, info.alias or field), (*above, model))


def _of_type(kind, route, above):
    kind = _bare(kind)
    origin, args = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Model):
        yield from _of_model(kind, route, above)
    elif origin is dict:
        yield route, "key"
        yield from _of_type(args[1], (*route, KEYS.get(route[-1], "b")), above)
    elif origin in (tuple, list):
        yield from _of_type(args[0], (*route, 0), above)
    elif origin in (Union, types.UnionType):
        for one in args:
            if one is not type(None):
                yield from _of_type(one, route, above)
    else:
        yield route, kind


def _collect(kind, found):
    kind = _bare(kind)
    if isinstance(kind, type) and issubclass(kind, Model):
        if kind not in found:
            found.add(kind)
            for info in kind.model_fields.values():
                _collect(info.annotation, found)
    else:
        for one in get_args(kind):
            _collect(one, found)


def _bare(kind):
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    return kind


def _copy(value):
    return {key: _copy(one) for key, one in value.items()} if isinstance(value, dict) else value


def _put(at, model, route, text, as_key):
    """Walk down, making what is not there yet."""
    kind = model
    for number, step in enumerate(route):
        kind = _inside(kind, step)
        last = number == len(route) - 1
        if last and not as_key:
            value = text
            if isinstance(at, dict):
                at.update(INSTEAD.get(step, {}))
        elif last:
            value = {text: _sample(_bare(get_args(kind)[1]), "")}
        elif isinstance(at, dict) and isinstance(at.get(step), dict):
            value = at[step]
        else:
            value = _sample(kind, step, whole=False)
            if isinstance(value, dict) and number:
                value.update(BESIDE.get(route[number - 1], {}))
            if isinstance(value, str):
                # a meting written short: its long form has the figure and its weight
                value = {"realisatie": value}
        if isinstance(at, list):
            at.append(value)
        else:
            at[step] = value
        at = value


def _inside(kind, step):
    """Return the type of what stands below a step."""
    kind = _model_or(kind)
    if isinstance(kind, type) and issubclass(kind, Model):
        by_name = {info.alias or field: info for field, info in kind.model_fields.items()}
        return _model_or(by_name[step].annotation)
    return _model_or(get_args(kind)[1 if get_origin(kind) is dict else 0])


def _model_or(kind):
    """Return the type without its wrappings: of a union the richest part."""
    kind = _bare(kind)
    if get_origin(kind) in (Union, types.UnionType):
        parts = [_bare(one) for one in get_args(kind) if one is not type(None)]
        return max(parts, key=lambda one: isinstance(one, type) and issubclass(one, Model))
    return kind


def _sample(kind, name, whole=True):
    """Return something that is right for a type; `whole` False leaves containers empty."""
    kind = _model_or(kind)
    if isinstance(kind, type) and issubclass(kind, Model):
        return {
            info.alias or field: _sample(info.annotation, info.alias or field)
            for field, info in kind.model_fields.items()
            if info.is_required()
        }
    if get_origin(kind) is dict:
        return {}
    if get_origin(kind) in (tuple, list):
        return [_sample(get_args(kind)[0], name)] if whole else []
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    plain = {int: "2021", date: "31-12-2021", bool: "ja", Fraction: "10%"}
    return SAMPLES.get(name) or plain.get(kind, "gewoon")
