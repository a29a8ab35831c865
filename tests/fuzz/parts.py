"""Small pieces of the real data: a few speerpunten with what is reported of them.

A mutation of a small piece takes a few milliseconds instead of a tenth of a second, so that
many more can be tried; now and then the whole files are used.
"""

import random
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_BLOCK = re.compile(r"^  (?=\S)", re.M)


class Real:
    """The real files, cut into their top parts and the blocks within those."""

    def __init__(self, root: Path = ROOT) -> None:
        self.plan = (root / "data" / "werkplan-2021.yaml").read_text(encoding="utf-8")
        self.report = (root / "data" / "jaarverslag-2021.yaml").read_text(encoding="utf-8")
        self.plan_parts = _parts(self.plan)
        self.report_parts = _parts(self.report)

    def pick(self, rng: random.Random) -> dict[str, bytes]:
        """Return a werkplan, its jaarverslag and sometimes bijstellingen, from the same pieces."""
        if rng.random() < 0.002:
            return {"werkplan": self.plan.encode(), "jaarverslag": self.report.encode()}
        codes = rng.sample(sorted(self.plan_parts["speerpunten"]), rng.choice([1, 1, 2]))
        plan = "werkplan: 2021\norganisatie: Burgerkracht Limburg\n"
        if rng.random() < 0.5:
            plan += "".join(f"{key}:\n{''.join(self.plan_parts[key].values())}"
                            for key in ("themas", "doelgroepen"))  # fmt: skip
        plan += "speerpunten:\n" + "".join(self.plan_parts["speerpunten"][code] for code in codes)
        told = self.report_parts
        entries = [text for id_, text in told["realisaties"].items() if id_.split("-")[0] in codes]
        some = sorted(rng.sample(entries, min(len(entries), rng.randrange(1, 9))))
        report = "jaarverslag: 2021\npeildatum: 31-12-2021\nbronnen:\n"
        report += "".join(told["bronnen"].values()) + "realisaties:\n" + "".join(some)
        report += "speerpunten:\n" + told["speerpunten"][codes[0]]
        files = {"werkplan": plan.encode(), "jaarverslag": report.encode()}
        if rng.random() < 0.1:
            files["bijstellingen"] = _changes(codes[0])
        if rng.random() < 0.05:
            files["bkl"] = b"regels:\n  BKL208: uit\n  bron_niet_gebruikt: fout\n"
        return files


def _changes(code: str) -> bytes:
    return (
        f"bijstellingen: 2021\nwijzigingen:\n  - indicator: {code}-R1\n    datum: 15-06-2021\n"
        "    doel: 4 lezingen\n    reden: overmacht\n    akkoord: brief\n"
        "    akkoord_datum: 01-07-2021\n"
    ).encode()


def _parts(text: str) -> dict[str, dict[str, str]]:
    """Return the blocks of two spaces by their key, within each key at the left edge."""
    parts: dict[str, dict[str, str]] = {}
    top = re.split(r"^(?=[a-z]\w*:)", text, flags=re.M)
    for section in top[1:]:
        key, _, body = section.partition(":")
        blocks: dict[str, str] = {}
        last = ""
        for block in _BLOCK.split(body)[1:]:
            name = block.partition(":")[0]
            if block.startswith("#") and last:
                continue
            last = name
            blocks[name] = f"  {block}"
        parts[key] = blocks
    return parts
