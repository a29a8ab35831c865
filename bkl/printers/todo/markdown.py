"""What is missing as GitHub Markdown: a list of boxes to tick per person or team."""

from __future__ import annotations

from bkl.api.asking.todo import TodoResult
from bkl.printers.gap.markdown import escape
from bkl.printers.screen import Screen
from bkl.printers.todo.table import NIEMAND


def show(result: TodoResult, screen: Screen) -> str:
    """Return a heading per person or team, and a box per question."""
    lines = [f"# Wat er nog ontbreekt over {result.jaar}", ""]
    if not result.taken:
        lines += ["Er ontbreekt niets.", ""]
    for naam, taken in result.groepen():
        lines += [f"## {escape(naam) if naam else NIEMAND}", ""]
        for taak in taken:
            about = "" if taak.geld else "doel: "
            doel = f" ({about}{escape(taak.doel)})" if taak.doel else ""
            what = f"{escape(taak.tekst.rstrip('.'))}{doel}: {taak.wat}"
            when = f"uiterlijk {taak.uiterlijk:%d-%m-%Y}"
            how = f" `{taak.opdracht}`" if taak.opdracht and "`" not in taak.opdracht else ""
            lines.append(f"- [ ] **{escape(taak.id)}** {what}, {when}. {escape(taak.vraag)}{how}")
        lines.append("")
    return "\n".join(lines)
