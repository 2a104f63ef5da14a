"""How each question is put: which sentence, which words of the person's go into it. The quick replies: ``replies_to``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.answers import State, key_of, number_of
from bot.core.paths import Path
from bot.core.phrases import shortened
from bot.core.preparation import Preparation, stage_of_change, step_words
from bot.core.questions import Question, QuestionBook
from bot.core.quick_replies import NOTHING_ELSE, keeping, replies_to
from bot.core.ranking import chosen_for
from bot.core.read_back import last_time_lines, lines, part_lines
from bot.core.route import is_last_ask
from bot.core.saying import Choice, Say


@dataclass(frozen=True)
class Facts:
    """What the wording may know: words about the visit, the clinic's topics, the path, and the last preparation."""

    words: Mapping[str, str]
    topics: tuple[str, ...]
    path: Path
    last_time: Preparation | None = None
    modules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    with_helper: bool = False


def ask(ref: str, p: Preparation, book: QuestionBook, facts: Facts) -> tuple[Say, ...]:
    """The messages that ask ``ref``: the question and, when it was answered before, what stands there now."""
    question = book.of(ref)
    earlier = _earlier(ref, p, question)
    say = Say(
        key=_key(ref, p, facts), words=_words(ref, p, facts), question=ref,
        step=(question.step, book.steps) if question.step else None,
        choices=_without_an_end(_replies(ref, question, p, facts), earlier) + (keeping(question) if earlier else ()),
        lines=_lines(ref, p, facts),
    )
    return (Say("utter_you_said", {"words": shortened(earlier, 300)}), say) if earlier else (say,)


def _without_an_end(choices: tuple[Choice, ...], earlier: str) -> tuple[Choice, ...]:
    """Where one thing of a list is looked at again, "that is all" has no place among the answers."""
    return tuple(one for one in choices if one.value != NOTHING_ELSE) if earlier else choices


def _replies(ref: str, question: Question, p: Preparation, facts: Facts) -> tuple[Choice, ...]:
    if question.key == "not_now" and not facts.with_helper:
        return ()
    return replies_to(ref, question, p, facts.path, facts.topics, facts.modules)


def _earlier(ref: str, p: Preparation, question: Question) -> str:
    """What stands as the answer to ``ref`` now, in the person's words; empty when there is nothing to keep."""
    answer = p.answer(ref)
    if answer is None or question.aside or answer.state not in {State.ANSWERED, State.UNCLEAR, State.NO}:
        return ""
    if question.key in {"consent", "split", "gone"}:
        return ""
    if question.key != "priority":
        return answer.words or ""
    before = [item for rank in range(1, number_of(ref)) if (item := chosen_for(p, rank, []))]
    item = chosen_for(p, number_of(ref), before)
    return item.words if item else ""  # a rank that points at something gone is asked as if for the first time


def _lines(ref: str, p: Preparation, facts: Facts) -> tuple[Say, ...]:
    key = key_of(ref)
    if key == "read_back":
        return lines(p, facts.path.most_priorities)
    if key == "split":
        return part_lines(p)
    if key == "still_right" and facts.last_time is not None:
        return last_time_lines(facts.last_time, facts.path.most_priorities)
    return ()


def _key(ref: str, p: Preparation, facts: Facts) -> str:
    key, number = key_of(ref), number_of(ref)
    if key in {"matters", "question"} and number > 1:
        return f"utter_asks_{key}_rest" if is_last_ask(p, ref, facts.path) else f"utter_asks_{key}_more"
    if key in {"pressures", "gone"} and number > 1:
        return f"utter_asks_{key}_more"
    if key == "item_menu" and p.about and not ((answer := p.answer(p.about)) and answer.words):
        return "utter_asks_item_menu_empty"
    if key == "priority" and number > 1:
        return "utter_asks_priority_next"
    return _key_of_the_change(key, p)


def _key_of_the_change(key: str, p: Preparation) -> str:
    """The change's questions read differently for somebody who keeps going, thinks about it, or did it before."""
    stage = stage_of_change(p)
    if key == "first_step" and stage in {"action", "maintenance"}:
        return "utter_asks_first_step_keeping_on"
    if key == "first_step" and stage == "contemplation":
        return "utter_asks_first_step_contemplation"
    if key == "in_the_way" and stage == "maintenance":
        return "utter_asks_in_the_way_maintenance"
    if key == "thinking_of_it" and p.value("doing_it") == "used_to":
        return "utter_asks_thinking_of_it_again"
    return f"utter_asks_{key}"


_ABOUT_THE_TOPIC = frozenset((
    "doing_it thinking_of_it change_importance change_confidence first_step change_hope in_the_way "
    "good_change hard_change good_same hard_same"
).split())
_ABOUT_THE_STEP = frozenset({"check_in", "check_in_result", "smaller_step", "tell_someone", "timescale", "how_often"})
_ABOUT_A_SCORE = {"importance_from": "change_importance", "confidence_from": "change_confidence",
                  "confidence_higher": "change_confidence"}


def _words(ref: str, p: Preparation, facts: Facts) -> dict[str, str]:
    key = key_of(ref)
    words = dict(facts.words)
    if key == "importance":
        item = p.item(number_of(ref))
        words["item"] = shortened(item.words if item else "", 140)
    elif key in _ABOUT_THE_TOPIC:
        words["topic"] = shortened(p.words("change_topic"), 140)
    elif key in _ABOUT_THE_STEP:
        words["step"] = shortened(p.words("first_step") if key == "smaller_step" else step_words(p), 140)
    elif key == "way_round":
        words["item"] = shortened(p.words("in_the_way"), 140)
    elif key in _ABOUT_A_SCORE:
        words["score"] = str(p.value(_ABOUT_A_SCORE[key]))
    elif key == "split" and p.parked:
        words["count"] = str(len(p.parked.parts))
    elif key in {"item_menu", "beside"} and p.about:
        answer = p.answer(p.about)
        words["words"] = shortened((answer.words if answer else None) or "", 140)
    elif key == "parked_late" and p.parked:
        words["item"] = shortened(p.parked.words, 140)
    return words
