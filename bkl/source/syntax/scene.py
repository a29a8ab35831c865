"""Where the parser stopped, seen with the text around it."""

from __future__ import annotations

from typing import NamedTuple

from bkl.source.text.source_text import SourceText, Span

QUOTE_CURE = "Zet de hele waarde tussen aanhalingstekens: {}."
_LONGEST = 60


class Fault(NamedTuple):
    """A translated error: from `start` to `end`, perhaps with a second place."""

    message: str
    cure: str
    start: int
    end: int = 0
    related: str = ""
    related_at: Span = (0, 0)


class Scene(NamedTuple):
    """Offsets of the problem (`at`) and of the construct around it (`began`)."""

    source: SourceText
    at: int
    began: int

    @property
    def char(self) -> str:
        """The character at the problem; empty at the end of the file."""
        return self.source.text[self.at : self.at + 1]

    @property
    def before(self) -> str:
        """The part of the failing line that stands before the problem."""
        first = self.source.text.rfind("\n", 0, self.at) + 1
        return self.source.text[first : self.at]

    @property
    def previous_line(self) -> str:
        """The nearest line with text above the failing one."""
        number = self.source.position(self.at, self.at).line - 1
        while number > 1 and not self.source.line(number).strip():
            number -= 1
        return self.source.line(number)

    @property
    def rest_quoted(self) -> str:
        """The rest of the line from the problem, in quotes."""
        return quoted(self.source.text[self.at : self.source.line_end(self.at)])

    @property
    def began_quoted(self) -> str:
        """The rest of the line from where the construct began, in quotes."""
        return quoted(self.source.text[self.began : self.source.line_end(self.began)])

    @property
    def quoted_began(self) -> str:
        """Advice to quote from where the construct began."""
        return f"zet er aanhalingstekens om: {self.began_quoted}"


def quoted(text: str) -> str:
    """Return `text` as YAML in quotes; long text is only shown as a pattern."""
    text = text.strip()
    if len(text) > _LONGEST:
        return '`"…"`'
    return f"`'{text}'`" if '"' in text and "'" not in text else f'`"{text}"`'.replace("\\", "\\\\")


def offset_of(source: SourceText, mark: object, default: int = 0) -> int:
    """Return the offset of a parser's mark, which may be absent."""
    line, column = getattr(mark, "line", None), getattr(mark, "column", None)
    if isinstance(line, int) and isinstance(column, int):
        return source.offset(line, column)
    return default
