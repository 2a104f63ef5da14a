"""The quick replies under a question, and what a ranking can be answered with."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.answers import State, key_of, number_of
from bot.core.paths import Path
from bot.core.phrases import shortened
from bot.core.preparation import Item, Preparation
from bot.core.questions import Question
from bot.core.read_back import modules_to_add, picks
from bot.core.saying import Choice

KEEP, REMOVE, NOTHING_ELSE, CARD, KEEP_CARD = "/keep", "/remove", "no", "/card", "/keep_card"
Modules = Mapping[str, tuple[str, ...]]
BUTTON = 60  # characters of a person's words on a quick reply; more does not fit an old phone


def options_for(ref: str, p: Preparation, path: Path, modules: Modules) -> tuple[Item, ...]:
    """What a ranking question can be answered with: what is not yet ranked, what can be changed, what can be added."""
    key = key_of(ref)
    if key == "choose_change":
        return tuple(pick.item for pick in picks(p, path.most_priorities))
    if key == "choose_more":
        return tuple(one.item for one in modules_to_add(p, modules))
    if key == "gone":
        return p.items()
    taken = {p.value(f"priority:{rank}") for rank in range(1, number_of(ref))}
    return tuple(item for item in p.items() if item.number not in taken)


def replies_to(
    ref: str, question: Question, p: Preparation, path: Path, topics: tuple[str, ...],
    modules: Modules,
) -> tuple[Choice, ...]:
    """The quick replies to ``ref``, in the order they are shown."""
    key, number = question.key, number_of(ref)
    if key == "choose_change":
        return tuple(Choice(str(pick.item.number), pick.line.key, pick.line.words)
                     for pick in picks(p, path.most_priorities))
    if key == "choose_more":
        return tuple(Choice(str(one.item.number), one.line.key, one.line.words)
                     for one in modules_to_add(p, modules))
    if question.kind == "ranking":
        named = tuple(
            Choice(str(item.number), "utter_choice_item", {"place": str(place), "words": shortened(item.words, BUTTON)})
            for place, item in enumerate(options_for(ref, p, path, {}), start=1))
        return named + ((Choice(NOTHING_ELSE, "utter_choice_nothing_else"),) if question.repeats else ())
    if question.repeats:
        return _list(key, number, question, p, topics)
    copy = (Choice("/copy", "utter_choice_copy"),) if key == "afterwards" else ()
    return tuple(Choice(one, f"utter_choice_{one}") for one in question.choices if _offered(key, one, p)) + copy


def _list(key: str, number: int, question: Question, p: Preparation, topics: tuple[str, ...]) -> tuple[Choice, ...]:
    end = (Choice(NOTHING_ELSE, "utter_choice_nothing_else"),)
    if key == "matters":
        if number == 1:
            return ()
        said = {item.answer.value for item in p.items()}
        offered = tuple(Choice(f"topic:{place}", "utter_choice_topic", {"words": topic})
                        for place, topic in enumerate(topics, start=1) if f"topic:{place}" not in said)
        return offered + end
    if key == "pressures":
        named = {item.answer.value for item in p.items("pressures")}
        hard = tuple(Choice(one, f"utter_choice_{one}") for one in question.choices if one not in named)
        return hard + (end if number > 1 else (Choice(NOTHING_ELSE, "utter_choice_nothing_hard"),))
    card = () if p.said("card") else (Choice(CARD, "utter_choice_card"),)
    none = (Choice(NOTHING_ELSE, "utter_choice_no_questions"),)
    return card + (none if number == 1 else end) if key == "question" else end


def _offered(key: str, choice: str, p: Preparation) -> bool:
    """Whether a choice makes sense as things stand."""
    if key == "item_menu":
        return edit_fits(choice, p)
    if key == "afterwards" and choice in {"find_out", "found_out"}:
        looking = p.answer("find_out")
        return (choice == "found_out") == bool(looking and looking.answered)
    return True


def edit_fits(choice: str, p: Preparation) -> bool:
    """Whether an edit of the line picked at the read-back makes sense: only a thing that matters can be moved."""
    answer = p.answer(p.about or "")
    if choice == "keep_private":
        return not (answer and answer.private)
    if choice == "share_after_all":
        return bool(answer and answer.private)
    if choice in {"move_up", "move_down"}:
        return key_of(p.about or "") == "matters" and len(p.items()) > 1
    if choice == "change_words":
        return answer is None or answer.state is not State.REMOVED
    return True


def keeping(question: Question) -> tuple[Choice, ...]:
    """The two quick replies under something said earlier."""
    keep = (Choice(KEEP, "utter_choice_keep"),)
    return keep + ((Choice(REMOVE, "utter_choice_remove"),) if question.repeats else ())
