"""The sheet as plain text, for pasting into a record: 80 columns, and nothing a terminal would obey."""

from __future__ import annotations

import re

from bot.summary import words
from bot.summary.build_change import shown_rows
from bot.summary.text_lines import fact, helpers, labelled, quoted, said, wrapped
from bot.summary.view import Change, CheckIn, Fact, Shared, SheetView
from bot.summary.view_flags import Flag

# Control characters other than newline and tab could move a terminal's cursor; each is shown as its picture instead.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
MOST_TOLD = 3  # of those who were told of a flag; the page of flags has them all


def as_text(sheet: SheetView) -> str:
    """The whole sheet. Their words are broken only where they have a space; a longer word stays whole."""
    who, lines = sheet.appointment, []
    lines += [f"PREPARATION SHEET: {who.patient} ({who.patient_reference})"]
    lines += [f"{who.starts.text} ({who.timezone})", _with(sheet), ""]
    for flag in sheet.flags:
        lines += [*_flag(flag), ""]
    if sheet.notice:
        lines += [*wrapped(sheet.notice, ""), *([""] if sheet.shared else [])]
    if sheet.shared is None:
        lines += wrapped(sheet.state_text, "") if sheet.state_text else []
    else:
        lines += _shared(sheet.shared)
    return _CONTROL.sub(_picture, "\n".join(lines).rstrip() + "\n")


def _with(sheet: SheetView) -> str:
    who = sheet.appointment
    clinician = f" with {who.clinician}" if who.clinician else ""
    return f"{who.type}{clinician}, {who.clinic}. Reference {who.reference}"


def _shared(shared: Shared) -> list[str]:
    parts = [
        (words.PARTS["why_coming"], _why(shared)), (words.PARTS["hope"], said(shared.hope) if shared.hope else []),
        (words.PARTS["priorities"], _priorities(shared)),
        (words.PARTS["other_items" if shared.priorities else "unordered"], _others(shared)),
        (words.PARTS["questions"], _questions(shared)),
        (f"!! {words.PARTS['pressures']}", [line for one in shared.pressures for line in said(one, "- ")]),
        (words.PARTS["life"], _facts(shared.life)), (words.PARTS["change"], _change(shared.change)),
        (words.PARTS["wishes"], _facts(shared.wishes)), (words.PARTS["practical"], _facts(shared.practical)),
        (words.PARTS["unplaced"], _facts(shared.unplaced)),
    ]
    lines = [*wrapped(f"{shared.all_by_text}.", ""), ""] if shared.all_by_text else []
    for heading, inside in parts:
        lines += [*([heading.upper()] if heading else []), *inside, ""] if inside else []
    return lines + _foot(shared)


def _why(shared: Shared) -> list[str]:
    why = shared.why_coming
    if why is None or not (why.speaks or why.state == "not_sure"):
        return []
    if why.state != "not_sure":
        return said(why)
    return wrapped(words.NOT_KNOWN_WHY, "  ") + quoted(why.shown, "    Said: ") + helpers(why, "    ")


def _priorities(shared: Shared) -> list[str]:
    lines: list[str] = []
    for one in shared.priorities:
        lines += said(one.item, f"{one.rank}. ")
        lines += labelled(words.LABELS["importance"], one.importance, "     ") if one.importance else []
    return lines


def _others(shared: Shared) -> list[str]:
    answered = any(one.state == "answered" for one in shared.other_items)
    lines = wrapped(words.NO_ORDER, "  ") if answered and not shared.priorities else []
    return lines + [line for one in shared.other_items for line in said(one, "- ")]


def _questions(shared: Shared) -> list[str]:
    lines = [line for one in shared.questions_told for line in said(one, "- " if one.state == "answered" else "")]
    if shared.card and shared.card.state == "answered":
        lines += wrapped(words.CARD, "  ") + helpers(shared.card, "    ")
    return lines


def _facts(facts: tuple[Fact, ...]) -> list[str]:
    return [line for one in facts if one.line.speaks for line in fact(one)]


def _change(change: Change | None) -> list[str]:
    if change is None or not change.speaks:
        return []
    lines = said(change.topic)
    for key, one in (("change_hope", change.hope), ("used_to", change.used_to)):
        lines += labelled(words.LABELS[key], one) if one and one.speaks else []
    if change.stage and change.stage.speaks:
        value = f" ({change.stage.value})" if change.stage.value else ""
        lines += wrapped(f"{words.LABELS['stage']}: {change.stage.note}{value}", "  ")
        lines += quoted(change.stage.shown, "    Said: ") + helpers(change.stage, "    ")
    for key in ("importance", "importance_from", "importance_higher", "confidence", "confidence_from", "confidence_higher"):
        one = getattr(change, key)
        lines += labelled(words.LABELS[key], one) if one and one.speaks else []
    for row in shown_rows(change):
        for side, one in zip(words.BALANCE, (row.good, row.hard), strict=True):
            lines += labelled(f"{row.label}, {side.lower()}", one) if one else []
    lines += _facts(change.plan)
    return lines + _check_ins(change)


def _check_ins(change: Change) -> list[str]:
    lines: list[str] = []
    if change.check_in_on:
        lines += wrapped(f"{words.LABELS['check_in']}: {change.check_in_on.text}", "  ")
        lines += quoted(change.check_in.shown, "    Said: ") + helpers(change.check_in, "    ") if change.check_in else []
    elif change.check_in and change.check_in.speaks:
        lines += labelled(words.LABELS["check_in"], change.check_in)
    for one in change.check_ins:
        lines += _check_in(one)
    return lines


def _check_in(one: CheckIn) -> list[str]:
    at = f" ({one.answered.text})" if one.answered else ""
    step = [] if one.same_step else [f"    {words.OTHER_STEP}"]
    return [*wrapped(f"Planned for {one.due.text}: {one.text}{at}", "    "), *step, *quoted(one.shown, "    Said: ")]


def _foot(shared: Shared) -> list[str]:
    lines = wrapped(shared.kept_private_text, "")
    for line in (*shared.quiet, shared.left_for_later_text, f"{shared.answered_by_text}.", shared.agrees_text,
                 *shared.history):
        lines += wrapped(line, "") if line else []
    return lines + [f"Wording version {shared.wording_version}"]


def _flag(flag: Flag) -> list[str]:
    lines = [f"!! SAFETY FLAG: {flag.text}", f"   Raised {flag.raised.text}", *quoted(flag.words, "   Said: ")]
    for also in flag.also:
        lines += [f"!! ALSO: {also.text}", *quoted(also.words, "   Said: ")]
    for remark in flag.remarks:
        did = "tapped" if remark.how == "tapped" else "wrote"
        lines += quoted(remark.words, f"   Afterwards they {did} ({remark.at.text}): ")
    if len(flag.told) > MOST_TOLD:
        lines += [f"   Contacts were told {len(flag.told)} times so far. The last ones:"]
    for one in flag.told[-MOST_TOLD:]:
        lines += wrapped(f"Told: {one.text}", "   ")
    if flag.acknowledged is None:
        if flag.told:
            lines += wrapped(f"To be acknowledged by {flag.told[-1].due.text}", "   ")
        return [*lines, "   Nobody has acknowledged this yet."]
    lines += wrapped(f"Acknowledged by {flag.acknowledged.by}, {flag.acknowledged.at.text}", "   ")
    return lines + quoted(flag.acknowledged.note, "   Note: ")


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
