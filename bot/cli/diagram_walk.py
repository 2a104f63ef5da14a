"""Finds out, by asking the core, which question follows which answer when there is room for everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from itertools import combinations

from bot.core.answers import Answer, State, key_of, number_of
from bot.core.conversation import Setting, take_turn
from bot.core.hearing import Heard
from bot.core.paths import PathBook
from bot.core.preparation import Phase, Preparation, stage_of_change
from bot.core.questions import QuestionBook

SOME_DAY = datetime(2026, 11, 23, 10, 0, tzinfo=timezone.utc)
ENOUGH_ROOM = 1000
MOST_ITEMS = 2  # of a list, so that there is an order to ask for
FACTS = dict.fromkeys(("name", "clinic", "phone", "hours", "clinician", "day", "urgent", "emergency"), "")
PLANNING = {"preparation", "action", "maintenance"}
STOPS = {"consent", "choose_change", "choose_more"}  # drawn, not walked on from: a no, and the asides
Edges = dict[tuple[str, str], set[tuple[str, str]]]


@dataclass(frozen=True)
class _Step:
    """One turn that was walked: from a question by an answer to another, and what is known then."""

    source: str
    answer: str
    target: str
    known: Mapping[str, str]


def edges_of(book: QuestionBook, paths: PathBook, kind: str) -> Edges:
    """Which answers lead from one question to another, for an appointment of type ``kind``.

    Every path is walked once for each kind of answer to each question, with and without an earlier preparation. The same
    question in the same company is not walked twice.

    Returns: (from, to) → each answer with its condition: what else must hold, where the same answer leads to several
        questions ("no more", "one thing is named"); empty where the answer alone decides.
    """
    roomy = replace(paths, rules=tuple(
        replace(rule, path=replace(rule.path, most_questions=ENOUGH_ROOM) if rule.path else None)
        for rule in paths.rules))
    setting = Setting(book, roomy, SOME_DAY, timezone.utc, FACTS, kind=kind)
    steps = [step for last_time in (None, _earlier()) for step in _walk(replace(setting, last_time=last_time))]
    by_answer: dict[tuple[str, str], list[_Step]] = defaultdict(list)
    for step in steps:
        by_answer[step.source, step.answer].append(step)
    found: Edges = defaultdict(set)
    for step in steps:
        found[step.source, step.target].add((step.answer, _condition(step, by_answer[step.source, step.answer])))
    return dict(found)


def _earlier() -> Preparation:
    """What somebody shared before an earlier visit."""
    said = Answer("matters:1", State.ANSWERED, "my hip", None, "0", SOME_DAY - timedelta(days=90), "patient")
    return Preparation(phase=Phase.CONFIRMED, confirmed_at=said.at).keep(said)


def _walk(setting: Setting) -> Iterator[_Step]:
    start, _ = take_turn(Preparation(), Heard("0", "begin"), setting)
    seen: set[tuple[str, str]] = set()
    waiting = [start]
    while waiting:
        p = waiting.pop()
        for answer, heard in _answers(p, setting.book):
            after, _ = take_turn(p, heard, setting)
            yield _Step(key_of(p.asking or ""), answer, key_of(after.asking or ""), _known(after))
            mark = (after.asking or "", _company(after))
            if mark not in seen and after.asking not in STOPS and (after.episode == 1 or after.asking == "found_out"):
                seen.add(mark)
                waiting.append(after)


def _known(p: Preparation) -> dict[str, str]:
    """What can decide what comes next, in words."""
    items, confidence = len(p.items()), p.value("change_confidence")
    return {
        "items": ("nothing is named", "one thing is named", "several things are named")[min(items, 2)],
        "last": "there is an earlier sheet" if "still_right" in p.wanted and not items else "",
        "plan": "planning" if stage_of_change(p) in PLANNING else "",
        "step": "there is a first step" if _answered(p, "first_step") else "there is no first step",
        "need": "something is hard at home" if p.items("pressures") else "",
        "sure": "under 7" if isinstance(confidence, int) and confidence < 7 else "7 or more",
        "helped": "somebody helped" if p.helped or p.speaker == "helper" else "",
        "more": "another has no number" if any(not p.said(f"importance:{item.number}") for item in p.items()) else "",
    }


def _answered(p: Preparation, ref: str) -> bool:
    answer = p.answer(ref)
    return answer is not None and answer.answered


def _condition(step: _Step, same: list[_Step]) -> str:
    """What else decides where an answer leads to several questions: as few facts as tell them apart."""
    if len({one.target for one in same}) == 1:
        return ""
    for many in (1, 2):
        for names in combinations(step.known, many):
            here = {_facts(one, names) for one in same if one.target == step.target}
            elsewhere = {_facts(one, names) for one in same if one.target != step.target}
            if not here & elsewhere:
                return " and ".join(fact for fact in _facts(step, names) if fact)
    return ""


def _facts(step: _Step, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(step.known[name] for name in names)


def _company(p: Preparation) -> str:
    """What else decides what comes next: who answers, the stage, what is unmet, whether there is a step and a barrier."""
    key = key_of(p.asking or "")
    items = min(len(p.items()), MOST_ITEMS) if key in {"matters", "priority", "importance", "gone"} else 0
    told = [ref for ref in ("change_topic", "first_step", "in_the_way") if p.value(ref) or p.words(ref)]
    low = (p.value("change_confidence") or 0) < 7 if key.startswith("confidence") else False  # type: ignore[operator]
    looking = key == "afterwards" and _answered(p, "find_out")
    stage = stage_of_change(p) if told else None
    return repr((p.speaker, items, bool(p.items("pressures")), stage, told, low, looking))


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
    if question.kind == "ranking" and p.items():
        yield "one of them", tap(str(next(item.number for item in p.items())))
    if question.kind == "words" and not (question.repeats and number_of(ref) > MOST_ITEMS):
        yield "words", Heard("i", "text", f"my {question.key} {number_of(ref)}", ref, None, "inform")
    if ref == "matters:1":
        yield "several things at once", Heard("i", "text", "My knee hurts\nI cannot sleep", ref, None, "inform")
    if question.repeats:
        yield "no more", tap("no")
    elif question.kind != "when" or question.choices:
        for choice in question.choices:
            yield choice.replace("_", " "), tap(choice)
