"""Verantwoording: to whom an organisation answers, and which rule asks for it."""

from pydantic import Field

from bkl.domein.model.fields import Model, Tekst


class Verantwoording(Model):
    """Verantwoording: aan wie u verslag doet, en welke regel daarom vraagt.

    Nothing of it is in the code: a subsidy is answered for under the Awb, the budget of a
    gemeente under the BBV, and an association answers to its own members.
    """

    aan: Tekst | None = Field(
        None, title="Aan wie, met het lidwoord erbij: `de Provincie`, `de raad`, `onze leden`"
    )
    regel: Tekst | None = Field(
        None,
        title="De regel die erom vraagt, zoals `artikel 4:80 van de Algemene wet bestuursrecht`",
    )
    vraag: Tekst | None = Field(None, title="Wat u van de lezer vraagt, in één zin")
