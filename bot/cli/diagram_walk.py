"""Finds out, by asking the core, which question follows which answer when there is room for everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone

from bot.core.answers import key_of, number_of
from bot.core.conversation import Setting, take_turn
from bot.core.hearing import Heard
from bot.core.paths import PathBook
from bot.core.preparation import Preparation, stage_of_change
from bot.core.questions import QuestionBook

SOME_DAY = datetime(2026, 11, 23, 10, 0, tzinfo=timezone.utc)
ENOUGH_ROOM = 1000
MOST_ITEMS = 2  # of a list, so that there is an order to ask for
FACTS = dict.fromkeys(("name", "clinic", "phone", "hours", "clinician", "day"), "")
Edges = dict[tuple[str, str], set[str]]


def edges_of(book: QuestionBook, paths: PathBook, kind: str) -> Edges:
    """Which answers lead from one question to another: (from, to) → the answers, for an appointment of type ``kind``.

    Every path is walked once for each kind of answer to each question; the same question in the same company is not
    walked twice.
    """
    roomy = replace(paths, rules=tuple(
        replace(rule, path=replace(rule.path, most_questions=ENOUGH_ROOM) if rule.path else None)
        for rule in paths.rules))
    setting = Setting(book, roomy, SOME_DAY, timezone.utc, FACTS, kind=kind)
    start, _ = take_turn(Preparation(), Heard("0", "begin"), setting)
    found: Edges = defaultdict(set)
    seen: set[tuple[str, str]] = set()
    waiting = [start]
    while waiting:
        p = waiting.pop()
        for label, heard in _answers(p, book):
            after, _ = take_turn(p, heard, setting)
            found[(key_of(p.asking or ""), key_of(after.asking or ""))].add(label)
            mark = (after.asking or "", _company(after))
            if mark not in seen and after.asking not in {"read_back", "consent"}:
                seen.add(mark)
                waiting.append(after)
    return dict(found)


def _company(p: Preparation) -> str:
    """What else decides what comes next: the stage, what is unmet, whether there is a step and something in its way."""
    key = key_of(p.asking or "")
    items = min(len(p.items()), MOST_ITEMS) if key in {"matters", "priority", "importance"} else 0
    told = [ref for ref in ("change_topic", "first_step", "in_the_way") if p.value(ref) or p.words(ref)]
    low = (p.value("change_confidence") or 0) < 7 if key.startswith("confidence") else False  # type: ignore[operator]
    return repr((p.speaker if key == "person_agrees" else "", items, bool(p.items("pressures")),
                 stage_of_change(p) if told else None, told, low))


def _answers(p: Preparation, book: QuestionBook) -> Iterator[tuple[str, Heard]]:
    """One answer of each kind to what is being asked: its name in the diagram, and the message."""
    ref = p.asking or ""
    question = book.of(ref)

    def tap(value: str) -> Heard:
        return Heard("i", "tap", value, ref, value)

    if question.skip:
        yield "skip", Heard("i", "command", "", ref, "skip")
    if question.kind == "scale":
        yield "under 7", tap("5")
        yield "7 or more", tap("8")
    if question.kind == "ranking":
        yield "one of them", tap(str(next(item.number for item in p.items())))
    if question.kind == "words" and not (question.repeats and number_of(ref) > MOST_ITEMS):
        yield "words", Heard("i", "text", f"my {question.key} {number_of(ref)}", ref, None, "inform")
    if question.repeats:
        yield "no more", tap("no")
    elif question.kind != "when" or question.choices:
        for choice in question.choices:
            yield choice, tap(choice)
