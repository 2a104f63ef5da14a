"""The way through a preparation: which question comes next, given what was answered so far."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from bot.core.answers import State
from bot.core.preparation import (
    Preparation,
    chosen_for,
    is_over,
    ranked,
    ranks_to_ask,
    stage_of_change,
    wants_change,
)
from bot.core.questions import QuestionBook


def next_question(preparation: Preparation, book: QuestionBook) -> str:
    """The reference of the first question on the way that has no answer; ``read_back`` when all have one."""
    return next(_open(preparation, book))


def _open(p: Preparation, book: QuestionBook) -> Iterator[str]:
    if p.value("consent") != "agree":
        yield "consent"
    yield from _repeating(p, "matters")
    yield from _ranking(p, book)
    if not p.said("hope"):
        yield "hope"
    yield from _repeating(p, "question")
    yield from _change(p)
    yield "read_back"


def _repeating(p: Preparation, key: str) -> Iterator[str]:
    """``key:1``, ``key:2`` … until one is answered with no, or with nothing."""
    for number in count(1):
        ref = f"{key}:{number}"
        if not p.said(ref):
            yield ref
            return
        if is_over(p.answer(ref)):
            return


def _ranking(p: Preparation, book: QuestionBook) -> Iterator[str]:
    """The order first, then how important each is: confidence and importance never come before priorities."""
    before: list = []
    for rank in range(1, ranks_to_ask(p, book.most_priorities) + 1):
        answer = p.answer(f"priority:{rank}")
        item = chosen_for(p, rank, before)
        if item:
            before.append(item)
        elif answer is None or answer.answered:  # never asked, or it points at something that is gone
            yield f"priority:{rank}"
        else:
            break
    for item in ranked(p, book.most_priorities):
        if not p.said(f"importance:{item.number}"):
            yield f"importance:{item.number}"


def _change(p: Preparation) -> Iterator[str]:
    """One change, only if they want one; someone not thinking of it is asked nothing more."""
    if not p.said("change_wanted"):
        yield "change_wanted"
    if p.value("change_wanted") != "yes":
        return
    if not p.said("change_topic"):
        yield "change_topic"
    if not wants_change(p):
        return
    if not p.said("doing_it"):
        yield "doing_it"
    if p.value("doing_it") == "not_yet" and not p.said("thinking_of_it"):
        yield "thinking_of_it"
    if stage_of_change(p) in {None, "precontemplation"}:
        return
    for ref in ("change_importance", "change_confidence", "first_step"):
        if not p.said(ref):
            yield ref
    step = p.answer("first_step")
    if step and step.state is State.ANSWERED and not p.said("check_in"):
        yield "check_in"


def step_of(ref: str, book: QuestionBook) -> int:
    """The step a question belongs to, 1 to ``book.steps``; 0 for an aside."""
    return book.of(ref).step

