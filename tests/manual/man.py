"""The man page, made from the help of every command."""

from typer.main import get_command

from bkl import __version__
from bkl.cli import UITLEG, VOORBEELDEN, app

STEPS = (("\\", r"\e"), ("-", r"\-"), ("'", r"\(aq"))


def page():
    """Return the page in roff."""
    group = get_command(app)
    lines = [f'.TH BKL 1 "" "bkl {__version__}" "Handleiding van bkl"']
    lines += [".SH NAAM", r"bkl \- legt naast elkaar wat is beloofd en wat is bereikt"]
    lines += [".SH GEBRUIK", r"\fBbkl\fR [\-C MAP] OPDRACHT [OPTIES]"]
    lines += [".SH BESCHRIJVING", *_text(UITLEG), *_examples(VOORBEELDEN), ".SH OPDRACHTEN"]
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        lines += [f".SS bkl {name}", *_text(command.help or "")]
        for param in command.params:
            names = (
                ", ".join(getattr(param, "opts", ())) if param.param_type_name == "option" else ""
            )
            shown = names or param.metavar or param.name.upper()
            lines += [".TP", rf"\fB{_plain(shown)}\fR", *_text(getattr(param, "help", "") or "")]
        lines += _examples(command.epilog or "")
    lines += [".SH AFSLUITCODES", "0: goed. 1: er zijn fouten naast bruikbare gegevens."]
    lines += ["2: verkeerd gebruik, of niets dat te openen of te lezen is."]
    lines += [".SH ZIE OOK", r"\fBbkl help\fR toont de handleiding per onderwerp."]
    return "\n".join(lines) + "\n"


def _plain(text):
    for old, new in STEPS:
        text = text.replace(old, new)
    return text.replace("`", "")


def _text(text):
    lines = []
    for part in text.strip().split("\n\n"):
        words = _plain(" ".join(part.split()))
        lines += [".PP", rf"\&{words}" if words.startswith(".") else words] if words else []
    return lines[1:]


def _examples(text):
    if not text.strip():
        return []
    body = [rf"\&{_plain(line)}" for line in text.strip("\n").splitlines()]
    return [".PP", "Voorbeelden:", ".PP", ".nf", *body, ".fi"]
