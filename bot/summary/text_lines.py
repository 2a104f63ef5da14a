"""One line of the sheet in plain text: 80 columns, their words between quotation marks only where ours stand beside."""

from __future__ import annotations

import textwrap

from bot.summary.view import Fact, Line

COLUMNS = 80


def said(line: Line, mark: str = "") -> list[str]:
    """An answer in a part of its own: our note, their words, whose they are, and what a helper put beside them."""
    indent = "  " + mark
    lines = wrapped(line.note, indent) if line.note else []
    lines += quoted(line.shown, " " * len(indent) if lines else indent)
    return lines + helpers(line, " " * len(indent))


def labelled(label: str, line: Line, indent: str = "  ") -> list[str]:
    """An answer after its label; words where a number was asked are told to be none."""
    if line.state == "unclear" and line.words is not None:
        lines = quoted(f"“{line.words}” ({line.note})", f"{indent}{label}: said ")
    elif line.note:
        lines = wrapped(f"{label}: {line.note}", indent) + quoted(line.shown, f"{indent}  Said: ")
    else:
        lines = quoted(line.words or "", f"{indent}{label}: ")
    return lines + helpers(line, f"{indent}  ")


def fact(one: Fact) -> list[str]:
    """A short answer with its label."""
    return labelled(one.label, one.line)


def quoted(words: str | None, indent: str) -> list[str]:
    """Their words, each of their own lines on a line of its own."""
    if words is None:
        return []
    first, *rest = words.splitlines() or [""]
    lines = wrapped(first, indent)
    for one in rest:
        lines += wrapped(one, " " * len(indent))
    return lines


def wrapped(text: str, indent: str) -> list[str]:
    """``text`` broken at spaces, every line indented as far as the first."""
    return textwrap.wrap(
        text, COLUMNS, initial_indent=indent, subsequent_indent=" " * len(indent), break_long_words=False,
        break_on_hyphens=False, expand_tabs=False, replace_whitespace=False, drop_whitespace=True,
    ) or [indent.rstrip()]


def helpers(line: Line, indent: str) -> list[str]:
    """Whose words a line holds, and what a helper put beside them."""
    lines = [f"{indent}({line.helper})"] if line.helper else []
    for one in line.beside:
        lines += quoted(one, f"{indent}{line.adds}: ")
    return lines
