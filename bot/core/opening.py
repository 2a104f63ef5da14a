"""How a preparation begins: does it fit, consent, who is answering, and what is known from last time."""

from __future__ import annotations

from dataclasses import replace

from bot.core import commands
from bot.core.answers import Answer, State
from bot.core.hearing import Heard, Understood
from bot.core.moving import Result, Setting, answer_of, asked, go_to, move_on
from bot.core.preparation import Phase, Preparation
from bot.core.ranking import ranked, take_out
from bot.core.read_back import STANDING
from bot.core.saying import Say, Turn


def begin(p: Preparation, setting: Setting) -> Result:
    """The first words: who this is and what it is for; or, where it does not fit now, what to do instead."""
    if setting.rule.path is None:
        return _not_now(p, setting)
    return go_to(p, "consent", setting, (Say("utter_welcome", setting.facts),))


def _not_now(p: Preparation, setting: Setting) -> Result:
    said = Say(setting.rule.says or "utter_asks_not_now", setting.facts)
    hello = (Say("utter_fit_hello", setting.facts),) if p.asking is None else ()
    return asked(replace(p, asking="not_now", misses=0), setting, (*hello, said))


def try_again(p: Preparation, setting: Setting) -> Result | None:
    """Somebody for whom it did not fit writes again: begin, if it fits by now."""
    if p.asking != "not_now" or setting.rule.path is None or setting.rule.with_helper:
        return None
    return begin(replace(p, asking=None), setting)


def _helper_here(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    if setting.rule.path is None:
        return _not_now(p, setting)
    return go_to(p, "consent", setting)


def _consent(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    answer = answer_of(heard, p, got.state, got.value, setting)
    if got.state is State.NO:
        return _declined(p.keep(answer), setting, "utter_declined")
    if got.state is not State.ANSWERED:
        return asked(p, setting, (Say("utter_again_choice"),))
    helping = got.value == "agree_helping"
    if setting.rule.with_helper and not helping:
        return _not_now(p, setting)
    p = replace(p.keep(answer), phase=Phase.OPEN, speaker="helper" if helping else "patient")
    if setting.last_time is not None and setting.last_time.items() and not p.items():
        p = replace(p, wanted=(*p.wanted, "still_right"))
    told = (Say(setting.rule.says, setting.facts),) if setting.rule.says and not setting.rule.with_helper else ()
    welcome = Say("utter_helper_welcome", setting.facts) if helping else Say("utter_agreed")
    return move_on(p, setting, (welcome, *told))


def _declined(p: Preparation, setting: Setting, key: str) -> Result:
    p = replace(p, phase=Phase.DECLINED, asking="consent", misses=0)
    said = Say(key, setting.facts, question="consent", choices=commands.WAY_BACK)
    return p, Turn((said,), "consent")


def _person_agrees(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    answer = answer_of(heard, p, got.state, got.value, setting)
    if got.state is State.NO:
        p = p.keep(answer).without("person_agrees")
        return _declined(replace(p, speaker="patient"), setting, "utter_helper_not_agreed")
    if got.state is not State.ANSWERED:
        return asked(p, setting, (Say("utter_again_choice"),))
    return move_on(p.keep(answer), setting)


def _still_right(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    """Start from what is known: their words of last time, kept as they were, unless they want to begin anew."""
    since = setting.last_time.confirmed_at if setting.last_time else None
    p = replace(p.keep(answer_of(heard, p, got.state, got.value, setting)), follows=since)
    if got.value == "start_fresh" or setting.last_time is None:
        return move_on(p, setting, (Say("utter_last_time_none"),))
    p = carry_over(p, setting.last_time, heard.inbox_id, setting)
    if got.value == "some_gone":
        return move_on(p, setting, (Say("utter_last_time_some"),))
    return move_on(p, setting, (Say("utter_last_time_kept"),))


def carry_over(p: Preparation, earlier: Preparation, inbox_id: str, setting: Setting) -> Preparation:
    """Put what mattered last time, in its order, and how they like things done, into this preparation."""
    first = ranked(earlier, setting.path.most_priorities)
    items = [*first, *(item for item in earlier.items() if item not in first)]
    for number, item in enumerate(items, start=1):
        p = p.keep(replace(item.answer, question=f"matters:{number}", inbox_id=inbox_id, at=setting.now))
    if len(items) > 1 and first:
        for rank in range(1, len(first) + 1):
            p = p.keep(Answer(f"priority:{rank}", State.ANSWERED, items[rank - 1].words, rank, inbox_id, setting.now,
                              p.speaker))
    for ref in STANDING:
        answer = earlier.answer(ref)
        if answer is not None and answer.answered:
            p = p.keep(replace(answer, inbox_id=inbox_id, at=setting.now))
    return p


def _gone(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    """One thing of last time that no longer counts is taken out; its words stay in what was said then."""
    earlier = p.answer(p.asking or "")
    if got.state is State.NO and earlier is not None and earlier.answered:
        return move_on(p, setting)  # gone back to: what was taken out stays out, and on record
    p = p.keep(answer_of(heard, p, got.state, got.value, setting))
    for number in (got.value, *(value for _, value in got.also)):
        item = p.item(number) if isinstance(number, int) else None
        if item is not None:
            p = take_out(p, item, setting.path.most_priorities, heard.inbox_id, setting.now)
    said = (Say("utter_removed"),) if got.state is State.ANSWERED else ()
    return move_on(p, setting, said)


HANDLERS = {
    "consent": _consent, "not_now": _helper_here, "person_agrees": _person_agrees, "still_right": _still_right,
    "gone": _gone,
}
