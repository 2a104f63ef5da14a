"""The lists a person makes (what matters, questions, pressures): adding to them without disturbing what stands there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.answers import Answer, State, key_of
from bot.core.preparation import Preparation, is_over
from bot.core.ranking import freeze_order, ranked


def open_end(p: Preparation, key: str) -> str:
    """The reference under which one more item of ``key`` is added: the first that holds none."""
    number = 1
    while (answer := p.answer(f"{key}:{number}")) and answer.state in {State.ANSWERED, State.REMOVED}:
        number += 1
    return f"{key}:{number}"


def add_items(
    p: Preparation, key: str, parts: tuple[str, ...], most: int, inbox_id: str, now: datetime, value: str | None = None,
) -> Preparation:
    """Add each of ``parts`` to the list ``key``, after what stands there. A list that was closed stays closed."""
    if key == "matters" and is_over(p.answer(open_end(p, key))) and ranked(p, most):
        p = freeze_order(p, most, inbox_id, now)
    for words in parts:
        ref = open_end(p, key)
        closing = p.answer(ref)
        p = p.keep(Answer(ref, State.ANSWERED, words, value, inbox_id, now, p.speaker))
        if is_over(closing) and closing is not None:
            p = p.keep(replace(closing, question=open_end(p, key)))
    return p


def reopen(p: Preparation, key: str) -> Preparation:
    """The list as if the person had not yet said that this is all."""
    return p.without(*(ref for ref, answer in p.answers.items() if key_of(ref) == key and is_over(answer)))
