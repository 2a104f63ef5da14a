"""The read-back: everything the person said, line by line in the sheet's order, and which line can be picked to change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.answers import Answer, State, key_of, number_of
from bot.core.phrases import shortened
from bot.core.preparation import Item, Preparation, stage_of_change, wants_change
from bot.core.ranking import ranked
from bot.core.saying import Say

LINE = 400  # characters of one answer in the read-back; the whole stands on the sheet
# The sheet's order, as in docs/wording.md: what it is about comes first, practical things last.
BEFORE = ("why_coming", "hope")
AFTER_QUESTIONS = ("card", "helps", "support", "daily_life", "worries")
CHANGE = ("change_hope", "change_importance", "importance_from", "importance_higher", "change_confidence", "confidence_from",
          "confidence_higher", "good_change", "hard_change", "good_same", "hard_same", "first_step", "smaller_step",
          "tell_someone", "timescale", "how_often", "in_the_way", "way_round", "check_in")
LAST = ("role", "how_much", "access", "coming", "longer", "find_out", "found_out")
_SHOWN = {State.ANSWERED, State.UNCLEAR}


@dataclass(frozen=True)
class Pick:
    """One line that can be picked: an item whose number is its place, the question behind it, and the line."""

    item: Item
    ref: str
    line: Say


def lines(p: Preparation, most: int) -> tuple[Say, ...]:
    """The read-back's lines, as the sheet will show them."""
    first = ranked(p, most)
    found = [line for ref in BEFORE for line in _one(p, ref)]
    found += [_priority(rank, item, p) for rank, item in enumerate(first, start=1)]
    found += [_line("utter_line_also" if first else "utter_line_item", item.answer)
              for item in p.items() if item not in first]
    if not p.items():
        found.append(Say("utter_line_nothing_named"))
    found += [_said("question", item.answer) for item in p.items("question")]
    found += [line for ref in AFTER_QUESTIONS for line in _one(p, ref)]
    found += [_said("pressures", item.answer) for item in p.items("pressures")]
    found += [*_one(p, "days"), *_change(p)]
    found += [line for ref in LAST for line in _one(p, ref)]
    left_out = [ref for ref in (*BEFORE, *AFTER_QUESTIONS, "days", "change_topic", *CHANGE, *LAST)
                if (answer := p.answer(ref)) and answer.state is State.SKIPPED]
    if left_out:  # one line for all of them, so that what was said is not lost among what was not
        found.append(Say("utter_line_left_out", {"labels": ",".join(f"utter_label_{ref}" for ref in left_out)}))
    return tuple(found + [_said(key_of(ref.partition(":")[2]), answer, "utter_line_beside")
                          for ref, answer in p.answers.items() if key_of(ref) == "beside" and answer.answered])


def _priority(rank: int, item: Item, p: Preparation) -> Say:
    importance = p.answer(f"importance:{item.number}")
    words = {"rank": str(rank), "words": shortened(item.words, LINE), "mark": _mark(item.answer)}
    if importance and importance.answered and not importance.private:
        return Say("utter_line_priority_scored", {**words, "score": str(importance.value)})
    return Say("utter_line_priority", words)


def _change(p: Preparation) -> list[Say]:
    if not wants_change(p):
        return _one(p, "change_topic")
    found = _one(p, "change_topic")
    if stage := stage_of_change(p):
        found.append(Say(f"utter_line_stage_{stage}"))
    if p.value("doing_it") == "used_to":
        found.append(Say("utter_line_used_to"))
    return found + [line for ref in CHANGE for line in _one(p, ref)]


def _one(p: Preparation, ref: str) -> list[Say]:
    """A line for one question; skipped, not sure, no and unclear each in words of their own."""
    answer = p.answer(ref)
    if answer is None or answer.state in {State.REMOVED, State.SKIPPED}:
        return []
    if ref == "smaller_step" and answer.state is State.NO:
        return []  # the step stays as it is: that is no line of its own
    if ref == "card":
        return [Say("utter_line_card")]
    if answer.state in _SHOWN and answer.words and not isinstance(answer.value, int):
        return [_said(ref, answer)]
    if answer.answered:
        return [Say("utter_line_score", {"label": f"utter_label_{key_of(ref)}", "score": str(answer.value),
                                         "mark": _mark(answer)})]
    return [Say(f"utter_line_{answer.state.value}", {"label": f"utter_label_{key_of(ref)}"})]


def _said(key: str, answer: Answer, line: str = "utter_line_said") -> Say:
    return Say(line, {"label": f"utter_label_{key_of(key)}", "words": shortened(answer.words or "", LINE),
                      "mark": _mark(answer)})


def _line(key: str, answer: Answer) -> Say:
    return Say(key, {"words": shortened(answer.words or "", LINE), "mark": _mark(answer)})


def _mark(answer: Answer) -> str:
    """The key of what is put behind a line: kept private, a helper's words, both, or nothing."""
    helper = answer.given_by == "helper"
    if answer.private:
        return "utter_mark_helper_private" if helper else "utter_mark_private"
    return "utter_mark_helper" if helper else ""


_LISTED = ("question", "pressures")


def picks(p: Preparation, most: int) -> tuple[Pick, ...]:
    """Every answer that can be changed, moved, kept private or taken out, numbered from 1 in the read-back's order."""
    first = ranked(p, most)
    ordered = [*first, *(item for item in p.items() if item not in first)]
    refs = [ref for ref in BEFORE if _can_change(p, ref)]
    for item in ordered:
        refs.append(f"matters:{item.number}")
        refs += [ref] if _can_change(p, ref := f"importance:{item.number}") else []
    refs += [f"{key}:{item.number}" for key in _LISTED for item in p.items(key)]
    refs += [ref for ref in (*AFTER_QUESTIONS, "days", "change_topic", "doing_it", "thinking_of_it", *CHANGE, *LAST)
             if _can_change(p, ref)]
    refs += [ref for ref, answer in p.answers.items() if key_of(ref) == "beside" and answer.answered]
    return tuple(Pick(Item(place, p.answers[ref]), ref, _pick_line(place, ref, p))
                 for place, ref in enumerate(refs, start=1))


def _can_change(p: Preparation, ref: str) -> bool:
    answer = p.answer(ref)
    return answer is not None and answer.state is not State.REMOVED and key_of(ref) != "card"


def _pick_line(place: int, ref: str, p: Preparation) -> Say:
    answer = p.answers[ref]
    shown = str(answer.value) if isinstance(answer.value, int) else answer.words or ""
    key = key_of(ref)
    if key == "matters":
        return Say("utter_choice_item", {"place": str(place), "words": shortened(shown, 60)})
    if key == "importance":
        item = p.item(number_of(ref))
        return Say("utter_pick_importance", {
            "place": str(place), "item": shortened(item.words if item else "", 40), "score": shown or "–"})
    about = key_of(ref.partition(":")[2]) if key == "beside" else key
    words = {"place": str(place), "label": f"utter_label_{about}"}
    return Say("utter_pick_said", {**words, "words": shortened(shown, 50)}) if shown else Say("utter_pick_empty", words)


def modules_to_add(p: Preparation, modules: Mapping[str, tuple[str, ...]]) -> tuple[Pick, ...]:
    """What can be added at the read-back, numbered from 1: lists always, the rest where something is open or skipped."""
    nothing = Answer("", State.NO, None, None, "", next(iter(p.answers.values())).at)
    found: list[Pick] = []
    for name, keys in modules.items():
        if keys[0] in {"matters", "question"} or any(_can_add(p, key) for key in keys):
            place = len(found) + 1
            found.append(Pick(Item(place, nothing), name,
                              Say("utter_pick_module", {"place": str(place), "label": f"utter_module_{name}"})))
    return tuple(found)


def left_lines(p: Preparation, modules: Mapping[str, tuple[str, ...]]) -> tuple[Say, ...]:
    """What was left for later and can still be added, by its name."""
    found: list[Say] = []
    for one in modules_to_add(p, modules):
        keys = [key for key in modules[one.ref] if key != "card"]
        open_ = [key for key in keys if key in p.left]
        if open_ and not any(p.said(key) or p.said(f"{key}:1") for key in keys):
            found.append(Say("utter_line_left", {"label": f"utter_module_{one.ref}"}))
        elif one.ref not in {"change", "plan"} or p.said("first_step"):
            found += [Say("utter_line_left", {"label": f"utter_label_{key}"}) for key in open_]
    return tuple(found)


def _can_add(p: Preparation, key: str) -> bool:
    answer = p.answer(key) or p.answer(f"{key}:1")
    if answer is None:
        return key in p.left or key in {"why_coming", "pressures"}
    return answer.state in {State.SKIPPED, State.REMOVED, State.NO, State.NOT_SURE} and key != "card"


def part_lines(p: Preparation) -> tuple[Say, ...]:
    """The things that were found in one message, to keep apart or not."""
    return tuple(Say("utter_line_part", {"words": shortened(part, LINE)}) for part in (p.parked.parts if p.parked else ()))


STANDING = ("support", "helps", "access", "coming", "role", "how_much", "days")


def last_time_lines(earlier: Preparation, most: int) -> tuple[Say, ...]:
    """What the person said last time, as far as it may still hold: what mattered, and how they like things done."""
    first = ranked(earlier, most)
    items = [*first, *(item for item in earlier.items() if item not in first)]
    found = [_line("utter_line_item", item.answer) for item in items]
    return tuple(found + [_said(ref, answer) for ref in STANDING
                          if (answer := earlier.answer(ref)) and answer.answered])
