"""What a person means by a name: one of their things, an answer, or a number they gave. None when that is not plain."""

from __future__ import annotations

from bot.core.answers import State, key_of, number_of
from bot.core.hearing import named
from bot.core.phrases import plain
from bot.core.preparation import Item, Preparation
from bot.core.questions import QuestionBook
from bot.core.ranking import ranked

# How people name an answer that is not one of their items.
_NAMES = {
    "hope": ("hope", "hopes", "wish"), "worries": ("worry", "worries", "fear"), "change_topic": ("change",),
    "first_step": ("step", "first step", "plan"), "check_in": ("check in", "check-in", "reminder"),
    "helps": ("what helps",), "support": ("support",), "daily_life": ("daily life", "everyday life"),
}
_PLACES = {"first": 1, "1st": 1, "1": 1, "one": 1, "top": 1, "second": 2, "2nd": 2, "2": 2, "two": 2, "third": 3, "3rd": 3,
           "3": 3, "three": 3}
_NUMBERS = {"importance": "change_importance", "confidence": "change_confidence", "how sure i am": "change_confidence",
            "how sure": "change_confidence", "how important it is": "change_importance"}


def item_called(name: str | None, p: Preparation, most: int) -> Item | None:
    """The one thing that matters which ``name`` means: by its words, or by its place in their order ("the second one")."""
    if not name:
        return None
    order = list(ranked(p, most)) or list(p.items())
    said = plain(name).removeprefix("the ").removeprefix("number ").removesuffix(" one").removesuffix(" thing")
    if said == "last":
        return p.items()[-1] if p.items() else None
    place = _PLACES.get(said)
    if place and place <= len(p.items()):
        return order[place - 1] if place <= len(order) else p.items()[place - 1]
    return named(name, p.items())


def answer_called(name: str | None, p: Preparation, book: QuestionBook, most: int) -> str | None:
    """The reference of the answer in words that ``name`` means, whichever question it belongs to."""
    if not name:
        return None
    if (ref := kind_called(name, p)) is not None:
        return ref
    if item := item_called(name, p, most):
        return f"matters:{item.number}"
    refs = [ref for ref, answer in p.answers.items()
            if key_of(ref) in book.questions and answer.answered and answer.words
            and book.of(ref).kind == "words" and not book.of(ref).aside]
    found = named(name, tuple(Item(place, p.answers[ref]) for place, ref in enumerate(refs)))
    return refs[found.number] if found else None


def kind_called(name: str, p: Preparation) -> str | None:
    """The answer that is named by what was asked: "my hope", "the worry"."""
    said = plain(name)
    return next((ref for ref, names in _NAMES.items()
                 if p.said(ref) and any(said == one or said.endswith(f" {one}") for one in names)), None)


def score_called(name: str, p: Preparation, most: int) -> str | None:
    """The number that belongs to ``name``: of a thing that matters, or of the change; one that can be asked, or was."""
    if (ref := _NUMBERS.get(plain(name).removeprefix("the "))) and p.said(ref):
        return ref
    if item := item_called(name, p, most):
        ref = f"importance:{item.number}"
        return ref if p.said(ref) or item in ranked(p, most) else None
    topic = p.answer("change_topic")
    if topic and topic.answered and p.said("change_importance") and named(name, (Item(1, topic),)):
        return "change_importance"
    return None


def score_said(value: int | None, p: Preparation, book: QuestionBook) -> str | None:
    """The number given last that stands; with ``value``, the last one that is ``value``."""
    return next((ref for ref in reversed(p.trail) if book.of(ref).kind == "scale" and p.said(ref) and about(ref, p)
                 and value in {None, p.value(ref)}), None)


def about(ref: str, p: Preparation) -> str:
    """What a number is about, in the person's words: the thing that matters, or the change."""
    if key_of(ref) == "importance":
        item = p.item(number_of(ref))
        return item.words if item else ""
    return p.words("change_topic")


def said_last(p: Preparation, book: QuestionBook) -> str | None:
    """The reference of the last question that has an answer, for "that"."""
    return next((ref for ref in reversed(p.trail) if (answer := p.answer(ref)) and answer.state is State.ANSWERED
                 and book.of(ref).kind in {"words", "scale", "choice"} and ref != "consent"), None)
