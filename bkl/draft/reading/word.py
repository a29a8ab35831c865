"""Word documents, through mammoth to HTML; what an attacker can put in one is refused first."""

from __future__ import annotations

import io

from bkl.draft.blocks import MOST_BLOCKS, Block
from bkl.draft.errors import Documentfout, too_much_text
from bkl.draft.reading.archive import open_archive, read_part
from bkl.draft.reading.markup import read_markup

_STYLES = "\n".join(
    [
        *(f"p[style-name='Kop {level}'] => h{level}:fresh" for level in range(1, 7)),
        *(f"p[style-name='kop {level}'] => h{level}:fresh" for level in range(1, 7)),
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Titel'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='Ondertitel'] => p:fresh",
        # a second level by its style has no numbering of its own
        *(
            f"p[style-name='List {sort} {level}'] => ul|ol > li > {tag} > li:fresh"
            for level in (2, 3, 4, 5)
            for sort, tag in (("Bullet", "ul"), ("Number", "ol"))
        ),
        "comment-reference => ",
    ]
)
_OLD = b"\xd0\xcf\x11\xe0"


def read_word(data: bytes) -> list[Block]:
    """Return the blocks of a .docx.

    Raises Documentfout for anything else, and for what could do harm.
    """
    if data.startswith(_OLD):
        raise Documentfout(
            "Dit is een oud Word-bestand (.doc), of het is beveiligd met een wachtwoord.",
            "Open het in Word en sla het op als .docx, zonder wachtwoord.",
        )
    import mammoth  # noqa: PLC0415 - an extra

    with open_archive(data) as archive:
        names = archive.namelist()
        if "word/document.xml" not in names and not any(
            name.startswith("word/document") for name in names
        ):
            raise Documentfout(
                "Dit is geen Word-document.", "Geef een bestand dat u in Word hebt gemaakt."
            )
        for name in names:
            if name.endswith((".xml", ".rels")):
                _expect_bounded(read_part(archive, name))
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=_no_image,
            ignore_empty_paragraphs=True,
        )
    except MemoryError:
        raise
    except Exception as fault:
        raise Documentfout(
            "Dit Word-document is beschadigd: de tekst is er niet uit te halen.",
            "Open het in Word en sla het opnieuw op.",
        ) from fault
    return read_markup(result.value, lines=False)


def _expect_bounded(part: bytes) -> None:
    """Refuse more paragraphs than any plan has, before they are read one by one."""
    if part.count(b"<w:p>") + part.count(b"<w:p ") > MOST_BLOCKS:
        raise too_much_text()


def _no_image(image: object) -> list[object]:
    return []
