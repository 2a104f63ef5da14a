"""The sheet as plain text, for pasting into a record: 80 columns, and nothing a terminal would obey."""

from __future__ import annotations

import re
import textwrap

from bot.summary import words
from bot.summary.view import Change, CheckIn, Flag, Line, Shared, SheetView

COLUMNS = 80
# Control characters other than newline and tab could move a terminal's cursor; each is shown as its picture instead.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def as_text(sheet: SheetView) -> str:
    """The whole sheet. Their words are broken only where they have a space; a longer word stays whole."""
    who, lines = sheet.appointment, []
    lines += [f"PREPARATION SHEET: {who.patient} ({who.patient_reference})"]
    lines += [f"{who.starts.text} ({who.timezone})", _with(sheet), ""]
    for flag in sheet.flags:
        lines += [*_flag(flag), ""]
    if sheet.notice:
        lines += [*_wrapped(sheet.notice, "")]
    if sheet.shared is None:
        lines += _wrapped(sheet.state_text, "") if sheet.state_text else []
    else:
        lines += _shared(sheet.shared)
    return _CONTROL.sub(_picture, "\n".join(lines).rstrip() + "\n")


def _with(sheet: SheetView) -> str:
    who = sheet.appointment
    clinician = f" with {who.clinician}" if who.clinician else ""
    return f"{who.type}{clinician}, {who.clinic}. Reference {who.reference}"


def _shared(shared: Shared) -> list[str]:
    lines = ["WHAT THEY HOPE FOR", *_said(shared.hope), ""]
    lines += ["WHAT MATTERS MOST, IN THEIR ORDER"]
    for one in shared.priorities:
        lines += _said(one.item, f"{one.rank}. ") + _labelled("Importance", one.importance, "     ")
    lines += ([] if shared.priorities else ["  None put in order."]) + ["", "ALSO NAMED"]
    lines += [line for one in shared.other_items for line in _said(one, "- ")] or ["  Nothing else."]
    lines += ["", "THEIR QUESTIONS"]
    lines += [line for one in shared.questions for line in _said(one, "- ")] or ["  None."]
    lines += ["", "A CHANGE THEY ARE CONSIDERING", *_change(shared.change), ""]
    lines += _wrapped(shared.kept_private_text, "")
    lines += _wrapped(f"Answered by {shared.answered_by_text}. Shared {shared.confirmed.text}.", "")
    if shared.earlier:
        earlier = "; ".join(at.text for at in shared.earlier)
        lines += _wrapped(f"Changed since it was first shared. Earlier: {earlier}.", "")
    return lines + [f"Wording version {shared.wording_version}"]


def _change(change: Change | None) -> list[str]:
    if change is None:
        return [f"  {words.NOT_ASKED}"]
    lines = _said(change.topic)
    if not change.named:
        return lines
    stage = f"{change.stage.note} ({change.stage.value})" if change.stage.value else change.stage.note
    lines += _wrapped(f"Where they are: {stage}", "  ") + _quote(change.stage.quoted, "    Said: ")
    lines += _labelled("Importance", change.importance) + _labelled("Confidence", change.confidence)
    lines += ["  First step:", *_said(change.first_step, "  ")]
    lines += [f"  Check-in: {change.check_in_on.text if change.check_in_on else 'none chosen'}"]
    for one in change.check_ins:
        lines += _check_in(one)
    return lines


def _check_in(one: CheckIn) -> list[str]:
    at = f" ({one.answered.text})" if one.answered else ""
    step = [] if one.same_step else [f"    {words.OTHER_STEP}"]
    return [*_wrapped(f"Planned for {one.due.text}: {one.text}{at}", "    "), *step, *_quote(one.words, "    Said: ")]


def _flag(flag: Flag) -> list[str]:
    lines = [f"!! SAFETY FLAG: {flag.text}", f"   Raised {flag.raised.text}", *_quote(flag.words, "   Said: ")]
    if flag.acknowledged is None:
        return [*lines, "   Nobody has acknowledged this yet."]
    lines += _wrapped(f"Acknowledged by {flag.acknowledged.by}, {flag.acknowledged.at.text}", "   ")
    return lines + _quote(flag.acknowledged.note, "   Note: ")


def _labelled(label: str, line: Line, indent: str = "  ") -> list[str]:
    helper = f" ({words.HELPER})" if line.by == "helper" else ""
    if line.state == "unclear" and line.words is not None:
        return _quote(f"“{line.words}” ({line.note}){helper}", f"{indent}{label}: said ")
    return _wrapped(f"{label}: {line.note}{helper}", indent) + _quote(line.quoted, f"{indent}  Said: ")


def _said(line: Line, mark: str = "") -> list[str]:
    indent = "  " + mark
    lines = _wrapped(line.note, indent) if line.note else []
    lines += _quote(line.words, " " * len(indent) if lines else indent)
    return lines + ([" " * len(indent) + f"({words.HELPER})"] if line.by == "helper" else [])


def _quote(said: str | None, indent: str) -> list[str]:
    """Their words, each of their own lines on a line of its own."""
    if said is None:
        return []
    first, *rest = said.splitlines() or [""]
    lines = _wrapped(first, indent)
    for one in rest:
        lines += _wrapped(one, " " * len(indent))
    return lines


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, COLUMNS, initial_indent=indent, subsequent_indent=" " * len(indent), break_long_words=False,
        break_on_hyphens=False, expand_tabs=False, replace_whitespace=False, drop_whitespace=True,
    ) or [indent.rstrip()]


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
