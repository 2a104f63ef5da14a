"""Makes the view of a sheet from its record. Nothing the person said is dropped, merged, reworded or re-ranked."""

from __future__ import annotations

from typing import Any

from bot.core.dates import short
from bot.core.flags import kind_in_words
from bot.core.sheet import Said, Sheet
from bot.core.sheet_record import FlagLine, SheetRecord
from bot.core.strict import to_plain
from bot.summary import view, view_flags, words
from bot.summary.build_change import build_change, left_without_a_word
from bot.summary.lines import Lines, quiet
from bot.summary.moments import moment

_LIFE = ("helps", "support", "daily_life", "worries")
_WISHES = ("role", "how_much")
_PRACTICAL = ("access", "coming", "longer", "find_out", "found_out")


def build(record: SheetRecord) -> view.SheetView:
    """The view of ``record``, with every time in the appointment's zone."""
    line = record.appointment
    return view.SheetView(
        appointment=view.Appointment(
            id=line.id, reference=line.reference, clinic=line.clinic_name, patient=line.patient_name,
            patient_reference=line.patient_reference, clinician=line.clinician, type=words.type_of(line.type),
            starts=moment(line.starts_at, line.timezone), timezone=line.timezone,
        ),
        state=record.state, state_text=words.STATES.get(record.state, ""), notice=_notice(record),
        flags=tuple(_flag(flag, line.timezone) for flag in record.flags),
        shared=_shared(record, record.sheet) if record.sheet else None,
    )


def _notice(record: SheetRecord) -> str:
    if record.sheet is None:
        return words.DECLINED if record.state == "declined" else words.NOT_SHARED
    return words.CHANGING if record.state == "changing" else ""


def _shared(record: SheetRecord, sheet: Sheet) -> view.Shared:
    givers = frozenset(_givers(to_plain(sheet)))
    lines, zone = Lines(sheet, all_by_helper=givers == {"helper"}), record.appointment.timezone
    why, hope, card = (lines.line(said, key) for key, said in (
        ("why_coming", sheet.why_coming), ("hope", sheet.hope), ("card", sheet.card)))
    others = _each(lines, sheet.other_items, "other_item")
    questions = tuple(line for place, one in enumerate(sheet.questions, 1) if (line := lines.question(one, place)))
    unmet = _each(lines, tuple(one for one in sheet.pressures if one.state == "answered"), "pressure")
    change = build_change(lines, record.check_ins, zone)
    life, wishes, practical = _life(lines), lines.facts(_WISHES), lines.facts(_PRACTICAL)
    lists = [("why_coming", why), ("card", card), *(("question", one) for one in questions)]
    left = [view.Fact(key, words.LABELS[key], line) for key, line in lists if line and not _told_apart(key, line)]
    return view.Shared(
        why_coming=why, hope=hope,
        priorities=tuple(_priority(lines, one.rank, one.item, one.importance) for one in sheet.priorities),
        other_items=others, questions=questions, card=card, pressures=unmet, life=life, change=change, wishes=wishes,
        practical=practical, unplaced=lines.unplaced(),
        quiet=quiet([*left, *life, *left_without_a_word(change), *wishes, *practical]),
        left_for_later=sheet.left_for_later, left_for_later_text=words.left_for_later(sheet.left_for_later),
        kept_private=sheet.kept_private, kept_private_text=words.kept_private(sheet.kept_private),
        wording_version=sheet.wording_version, **_who(sheet, givers), **_when(record, sheet),
    )


def _each(lines: Lines, said: tuple[Said, ...], name: str) -> tuple[view.Line, ...]:
    return tuple(line for place, one in enumerate(said, start=1) if (line := lines.line(one, f"{name}:{place}")))


def _priority(lines: Lines, rank: int, item: Said, importance: Said | None) -> view.Priority:
    line = lines.line(item, f"priority:{rank}")
    assert line is not None
    return view.Priority(rank, line, lines.scale(importance, f"importance:{rank}"))


def _life(lines: Lines) -> tuple[view.Fact, ...]:
    """What helps and how life is; that nothing is hard just now is one of these, what is hard stands out elsewhere."""
    none = next((one for one in lines.sheet.pressures if one.state != "answered"), None)
    facts = [*lines.facts(_LIFE), lines.fact("pressures", none), *lines.facts(("days",))]
    return tuple(fact for fact in facts if fact)


def _told_apart(key: str, line: view.Line) -> bool:
    """Not knowing why one was asked to come, and having no questions, are told in lines of their own."""
    return (key, line.state) in {("why_coming", "not_sure"), ("question", "no")}


def _who(sheet: Sheet, givers: frozenset[str]) -> dict[str, Any]:
    agrees = sheet.person_agrees
    return {
        "answered_by": sheet.answered_by, "helper_role": sheet.helper_role, "confirmed_by": sheet.confirmed_by,
        "answered_by_text": words.answered_by(givers, sheet.with_help, sheet.helper_role, sheet.confirmed_by),
        "all_by_text": words.all_by(sheet.helper_role) if givers == {"helper"} else "",
        "agrees_text": words.AGREES.get(str(agrees.value), "") if agrees else "",
    }


def _givers(plain: object) -> set[str]:
    """Who gave the answers that stand on a sheet, found by walking it; saying that the other agrees is no answer."""
    if isinstance(plain, dict):
        own = {plain["by"]} if "by" in plain else set()
        return own.union(*(_givers(part) for key, part in plain.items() if key != "person_agrees"))
    return set().union(*(_givers(part) for part in plain)) if isinstance(plain, list) else set()


def _when(record: SheetRecord, sheet: Sheet) -> dict[str, Any]:
    zone = record.appointment.timezone
    earlier = tuple(moment(at, zone) for at in record.appointment.shared
                    if at < sheet.confirmed_at and (sheet.follows is None or at > sheet.follows))
    confirmed = moment(sheet.confirmed_at, zone)
    follows = moment(sheet.follows, zone, day_only=True) if sheet.follows else None
    return {
        "confirmed": confirmed, "earlier": earlier, "follows": follows,
        "history": words.history(confirmed.text, [at.text for at in earlier], follows.text if follows else None,
                                 sheet.carried),
    }


def _flag(flag: FlagLine, zone: str) -> view_flags.Flag:
    seen = None
    if flag.acknowledged_at:
        seen = view_flags.Acknowledged(flag.acknowledged_by or "", moment(flag.acknowledged_at, zone), flag.note)
    return view_flags.Flag(
        flag.id, flag.kind, kind_in_words(flag.kind), flag.words, moment(flag.raised_at, zone), seen,
        tuple(view_flags.Told(one.name, moment(one.at, zone), moment(one.due_at, zone), one.mail,
                        words.told(one.name, short(one.at, zone), one.mail)) for one in flag.told),
        tuple(view_flags.Remark(one.words, one.how, moment(one.at, zone)) for one in flag.remarks),
        tuple(view_flags.Also(one.kind, kind_in_words(one.kind), one.words) for one in flag.also),
    )
