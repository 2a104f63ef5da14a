"""The read-back: everything the person said, line by line, and which line can be picked to change it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.answers import Answer, State
from bot.core.phrases import shortened
from bot.core.preparation import Item, Preparation, ranked, stage_of_change, wants_change
from bot.core.questions import QuestionBook
from bot.core.saying import Say

LINE = 400  # characters of one answer in the read-back; the whole stands on the sheet


@dataclass(frozen=True)
class Pick:
    """One line that can be picked: an item whose number is its place, the question behind it, and the line."""

    item: Item
    ref: str
    line: Say


def lines(p: Preparation, book: QuestionBook) -> tuple[Say, ...]:
    """The read-back's lines: priorities in order, the rest, the hope, questions, the change, what was left out."""
    first = ranked(p, book.most_priorities)
    found = [_priority(rank, item, p) for rank, item in enumerate(first, start=1)]
    found += [_line("utter_line_also" if first else "utter_line_item", item.answer)
              for item in p.items() if item not in first]
    if not p.items():
        found.append(Say("utter_line_nothing_named"))
    found += _one(p, "hope", "utter_line_hope")
    found += [_line("utter_line_question", item.answer) for item in p.items("question")]
    return tuple(found + _change(p))


def _priority(rank: int, item: Item, p: Preparation) -> Say:
    importance = p.answer(f"importance:{item.number}")
    words = {"rank": str(rank), "words": shortened(item.words, LINE)}
    if importance and importance.answered:
        return Say("utter_line_priority_scored", {**words, "score": str(importance.value)})
    return Say("utter_line_priority", words)


def _one(p: Preparation, ref: str, key: str) -> list[Say]:
    """A line for one question, with its own wording for skipped, not sure and no."""
    answer = p.answer(ref)
    if answer is None or answer.state is State.REMOVED:
        return []
    if answer.state in {State.ANSWERED, State.UNCLEAR} and answer.words:
        return [_line(key, answer)]
    return [Say(f"{key}_{answer.state.value}")]


def _line(key: str, answer: Answer) -> Say:
    return Say(key, {"words": shortened(answer.words or "", LINE)})


def _change(p: Preparation) -> list[Say]:
    if not wants_change(p):
        return [Say("utter_line_no_change")] if p.said("change_wanted") else []
    found = _one(p, "change_topic", "utter_line_change_topic")
    if stage := stage_of_change(p):
        found.append(Say(f"utter_line_stage_{stage}"))
    for ref in ("change_importance", "change_confidence"):
        answer = p.answer(ref)
        if answer and answer.answered:
            found.append(Say(f"utter_line_{ref}", {"score": str(answer.value)}))
    found += _one(p, "first_step", "utter_line_first_step")
    check_in = p.answer("check_in")
    if check_in and check_in.answered:
        found.append(Say("utter_line_check_in", {"words": shortened(check_in.words or "", 60)}))
    return found


_SINGLE = ("hope", "change_wanted", "change_topic", "doing_it", "thinking_of_it", "change_importance",
           "change_confidence", "first_step", "check_in")


def picks(p: Preparation) -> tuple[Pick, ...]:
    """Every answer that can be changed, numbered from 1, and last "add something else"."""
    refs = [f"matters:{item.number}" for item in p.items()]
    refs += [ref for ref in p.answers if ref.startswith(("priority:", "importance:")) and _still_counts(ref, p)]
    refs += [f"question:{item.number}" for item in p.items("question")]
    refs += [ref for ref in _SINGLE if p.said(ref)]
    found = [Pick(Item(place, p.answers[ref]), ref, _pick_line(place, ref, p))
             for place, ref in enumerate(refs, start=1)]
    for key in ("matters", "question"):
        place, ref = len(found) + 1, open_end(p, key)
        nothing = Answer(ref, State.NO, None, None, "", next(iter(p.answers.values())).at)
        found.append(Pick(Item(place, nothing), ref, Say(f"utter_pick_add_{key}", {"place": str(place)})))
    return tuple(found)


def _still_counts(ref: str, p: Preparation) -> bool:
    if ref.startswith("importance:"):
        return p.item(int(ref.partition(":")[2])) is not None
    return len(p.items()) > 1 and p.item(p.answers[ref].value) is not None  # type: ignore[arg-type]


def open_end(p: Preparation, key: str) -> str:
    """The reference under which one more item of ``key`` is added: the first that holds none."""
    number = 1
    while (answer := p.answer(f"{key}:{number}")) and answer.state in {State.ANSWERED, State.REMOVED}:
        number += 1
    return f"{key}:{number}"


def _pick_line(place: int, ref: str, p: Preparation) -> Say:
    answer = p.answers[ref]
    shown = answer.words or (str(answer.value) if answer.value is not None else "")
    key = f"utter_pick_{ref.partition(':')[0]}"
    if not shown:
        return Say(f"{key}_empty", {"place": str(place)})
    return Say(key, {"place": str(place), "words": shortened(shown, 60)})
