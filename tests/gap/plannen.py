"""Random plans with every kind of doel, realisatie and change, through the models."""

from tests import build

DOELEN = (
    "minimaal {} dingen",
    "{} dingen",
    "ca. {} dingen",
    "{}-{more} dingen",
    "binnen {} dingen",
)
GEGEVEN = (
    "{} dingen",
    "{}+",
    "< {}",
    "ca. {}",
    "tientallen",
    "geen dingen",
    "niet gemeten",
    "n.v.t.",
)
QUARTERS = ("Q1 2021", "Q2 2021", "Q3 2021", "Q4 2021")


def random_indicator(rng):
    n = rng.randint(1, 60)
    phrase = rng.choice(DOELEN).format(n, more=n + rng.randint(1, 20))
    kind = rng.randrange(8)
    indicator = {"tekst": "Iets."}
    if kind == 0:
        indicator["mijlpalen"] = {"Q2 2021": f"{n} dingen", "eind 2022": f"{2 * n} dingen"}
    elif kind == 1:
        indicator |= {"doel": f"{4 * n} dingen", "deadline": "eind 2024"}
        indicator["jaardoelen"] = {"2021": f"{n} dingen"}
    elif kind != 2:
        indicator["doel"] = phrase
    if kind == 3:
        indicator |= {"tijd": "som", "doel": f"{n} dingen"}
    if kind == 4:
        indicator["nulmeting"] = f"{rng.randint(1, 80)} dingen"
    if rng.random() < 0.1:
        indicator["invloed"] = rng.choice(["eigen", "gedeeld", "maatschappelijk"])
    if rng.random() < 0.3:
        indicator["labels"] = rng.sample(["een", "twee", "drie"], rng.randint(1, 2))
        indicator["uitvoerder"] = rng.choice(["wij", "zij"])
        indicator["niveau"] = rng.choice(["inspanning", "prestatie", "effect"])
    return indicator


def random_realisatie(rng, indicator):
    if "doel" not in indicator and "mijlpalen" not in indicator:
        return {"oordeel": rng.choice(["gehaald", "deels gehaald", "niet gehaald"])}
    told = {}
    if indicator.get("tijd") == "som":
        chosen = [quarter for quarter in QUARTERS if rng.random() < 0.8]
        told["metingen"] = {quarter: str(rng.randint(0, 20)) for quarter in chosen}
    else:
        told["realisatie"] = rng.choice(GEGEVEN).format(rng.randint(1, 80))
    if rng.random() < 0.15:
        told["uitvoering"] = rng.choice(["vervallen", "uitgesteld naar 2022", "loopt"])
    return told


def random_change(rng, id_):
    change = {"indicator": id_, "reden": "overmacht", "datum": f"{rng.randint(1, 28)}-03-2021"}
    if rng.random() < 0.3:
        change["naar"] = "2022"
    else:
        change["doel"] = f"minimaal {rng.randint(1, 60)} dingen"
    if rng.random() < 0.6:
        change |= {"akkoord": "brief", "akkoord_datum": f"01-{rng.randint(4, 12):02}-2021"}
    return change


def random_dossier(rng, size, *, shuffle=False):
    """Return a dossier of `size` indicators; the same seed gives the same, in another order."""
    plan, told, changes = {}, {}, []
    for nummer in range(size):
        indicator = random_indicator(rng)
        speerpunt = plan.setdefault(f"S{nummer % 7}", {"resultaten": {}})
        speerpunt["resultaten"][f"R{nummer}"] = indicator
        id_ = f"S{nummer % 7}-R{nummer}"
        if rng.random() < 0.8:
            told[id_] = random_realisatie(rng, indicator)
        is_plain = "doel" in indicator and "binnen" not in indicator["doel"]
        if is_plain and "nulmeting" not in indicator and rng.random() < 0.15:
            changes.append(random_change(rng, id_))
    if shuffle:
        plan, told = _shuffled(rng, plan), _shuffled(rng, told)
        told = {id_: _deeply_shuffled(rng, given) for id_, given in told.items()}
        plan = {key: _deeply_shuffled(rng, section) for key, section in plan.items()}
        rng.shuffle(changes)
    bijstellingen = {"bijstellingen": "2021", "wijzigingen": changes}
    return build.dossier(build.plan(plan), build.report(told), bijstellingen)


def _shuffled(rng, mapping):
    items = list(mapping.items())
    rng.shuffle(items)
    return dict(items)


def _deeply_shuffled(rng, value):
    if not isinstance(value, dict):
        return value
    return {key: _deeply_shuffled(rng, part) for key, part in _shuffled(rng, value).items()}
