"""How each question is put: which sentence, which quick replies, which words of the person's go into it."""

from __future__ import annotations

from bot.core.answers import State, key_of, number_of
from bot.core.phrases import shortened
from bot.core.preparation import Item, Preparation, chosen_for
from bot.core.questions import Question, QuestionBook
from bot.core.read_back import lines, picks
from bot.core.route import step_of
from bot.core.saying import Choice, Say

KEEP, REMOVE, NOTHING_ELSE = "/keep", "/remove", "no"
BUTTON = 60  # characters of a person's words on a quick reply; more does not fit an old phone


def options_for(ref: str, p: Preparation) -> tuple[Item, ...]:
    """What a ranking question can be answered with: what is not yet ranked, or what can be changed."""
    if key_of(ref) == "choose_change":
        return tuple(pick.item for pick in picks(p))
    taken = {p.value(f"priority:{rank}") for rank in range(1, number_of(ref))}
    return tuple(item for item in p.items() if item.number not in taken)


def ask(ref: str, p: Preparation, book: QuestionBook, facts: dict[str, str]) -> tuple[Say, ...]:
    """The messages that ask ``ref``: the question and, when it was answered before, what stands there now.

    Args:
        facts: words about the visit that wording may use: ``clinic``, ``clinician``, ``day``.
    """
    question = book.of(ref)
    earlier = _earlier(ref, p, question)
    say = Say(
        key=_key(ref, p), words=_words(ref, p, facts), question=ref, step=_step(ref, book),
        choices=_choices(ref, question, p) + (_keeping(question) if earlier else ()),
        lines=lines(p, book) if question.key == "read_back" else (),
    )
    return (Say("utter_you_said", {"words": shortened(earlier, 300)}), say) if earlier else (say,)


def _earlier(ref: str, p: Preparation, question: Question) -> str:
    """What stands as the answer to ``ref`` now, in the person's words; empty when there is nothing to keep."""
    answer = p.answer(ref)
    if answer is None or question.aside or answer.state not in {State.ANSWERED, State.UNCLEAR, State.NO}:
        return ""
    if question.key != "priority":
        return answer.words or ""
    before = [item for rank in range(1, number_of(ref)) if (item := chosen_for(p, rank, []))]
    item = chosen_for(p, number_of(ref), before)
    return item.words if item else ""  # a rank that points at something gone is asked as if for the first time


def _step(ref: str, book: QuestionBook) -> tuple[int, int] | None:
    number = step_of(ref, book)
    return (number, book.steps) if number else None


def _key(ref: str, p: Preparation) -> str:
    key, number = key_of(ref), number_of(ref)
    if key in {"matters", "question"} and number > 1:
        return f"utter_asks_{key}_more"
    if key == "priority" and number > 1:
        return "utter_asks_priority_next"
    if key == "first_step" and p.value("doing_it") in {"last_six_months", "longer"}:
        return "utter_asks_first_step_keeping_on"
    return f"utter_asks_{key}"


def _words(ref: str, p: Preparation, facts: dict[str, str]) -> dict[str, str]:
    key = key_of(ref)
    words = dict(facts)
    if key == "importance":
        item = p.item(number_of(ref))
        words["item"] = shortened(item.words if item else "", 140)
    elif key in {"doing_it", "thinking_of_it", "change_importance", "change_confidence", "first_step"}:
        topic = p.answer("change_topic")
        words["topic"] = shortened((topic.words if topic else "") or "", 140)
    elif key in {"check_in", "check_in_result"}:
        step = p.answer("first_step")
        words["step"] = shortened((step.words if step else "") or "", 140)
    return words


def _choices(ref: str, question: Question, p: Preparation) -> tuple[Choice, ...]:
    if question.key == "choose_change":
        return tuple(Choice(str(pick.item.number), pick.line.key, pick.line.words) for pick in picks(p))
    if question.kind == "ranking":
        return tuple(
            Choice(str(item.number), "utter_choice_item", {"place": str(place), "words": shortened(item.words, BUTTON)})
            for place, item in enumerate(options_for(ref, p), start=1)
        )
    if question.repeats and (number_of(ref) > 1 or question.key == "question"):
        return (Choice(NOTHING_ELSE, "utter_choice_nothing_else"),)
    return tuple(Choice(choice, f"utter_choice_{choice}") for choice in question.choices)


def _keeping(question: Question) -> tuple[Choice, ...]:
    keep = (Choice(KEEP, "utter_choice_keep"),)
    return keep + ((Choice(REMOVE, "utter_choice_remove"),) if question.repeats else ())
