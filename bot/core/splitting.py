"""Keeping several things of one message apart, or whole: what the person said to the offer decides."""

from __future__ import annotations

from dataclasses import replace

from bot.core.answers import key_of
from bot.core.hearing import Heard, Understood
from bot.core.lists import add_items
from bot.core.moving import Result, Setting, answer_of, move_on
from bot.core.preparation import Preparation
from bot.core.saying import Say


def keep_parts(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    """The offer to keep several things apart was answered: apart only if they said so, whole in every other case."""
    parked = p.parked
    apart = got.value == "apart"
    if parked is not None:
        parts = parked.parts if apart else (parked.words,)
        p = add_items(p, key_of(parked.target), parts, setting.path.most_priorities, parked.inbox_id, setting.now)
    p = replace(p, parked=None).keep(answer_of(heard, p, got.state, got.value, setting))
    return move_on(p, setting, (Say("utter_split_kept_apart" if apart else "utter_split_kept_whole"),))
