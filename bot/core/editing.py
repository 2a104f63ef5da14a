"""The end of a preparation: read it back, change, move, keep private, add, share; and what comes after sharing."""

from __future__ import annotations

from dataclasses import replace

from bot.core.answers import Answer, State
from bot.core.beside_the_point import HANDLERS as PARKED
from bot.core.hearing import Heard, Understood
from bot.core.lists import reopen
from bot.core.moving import Result, Setting, answer_of, asked, go_to, meet
from bot.core.preparation import Phase, Preparation
from bot.core.quick_replies import edit_fits
from bot.core.ranking import put_at, ranked, take_out
from bot.core.read_back import modules_to_add, picks
from bot.core.route import next_question
from bot.core.saying import Say
from bot.core.splitting import keep_parts


def _to_read_back(p: Preparation, setting: Setting, *said: Say) -> Result:
    p = replace(p, phase=Phase.OPEN, asking="read_back", resume=None, about=None, misses=0)
    return asked(meet(p, "read_back", setting), setting, said)


def _read_back(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    if got.value == "share":
        if setting.visit_is_over:
            return asked(p, setting, (Say("utter_visit_over", setting.facts),))
        if (p.helped or p.speaker == "helper") and not p.said("confirmed_by"):
            return go_to(p, "confirmed_by", setting)
        return _share(p, setting)
    if got.value == "change":
        return asked(replace(p.without("confirmed_by"), asking="choose_change", misses=0), setting)
    if got.value == "add_more":
        return asked(replace(p.without("confirmed_by"), asking="choose_more", misses=0), setting)
    return asked(p, setting, (Say("utter_again_choice"),))


def _share(p: Preparation, setting: Setting) -> Result:
    p = replace(p, phase=Phase.CONFIRMED, asking="afterwards", version=p.version + 1, misses=0,
                confirmed_at=setting.now)
    return asked(p, setting, (Say("utter_shared", setting.facts),))


def _confirmed_by(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    """Who has read it: the patient, both together, or only the helper. It stands on the sheet."""
    if got.state is not State.ANSWERED:
        return asked(p, setting, (Say("utter_again_choice"),))
    value = str(got.value).removesuffix("_confirms")
    return _share(p.keep(replace(answer_of(heard, p, got.state, value, setting))), setting)


def _choose_change(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    found = picks(p, setting.path.most_priorities)
    ref = next((pick.ref for pick in found if pick.item.number == got.value), None)
    if ref is None:
        return _to_read_back(p, setting)
    return asked(replace(p, phase=Phase.OPEN, asking="item_menu", about=ref, misses=0), setting)


def _item_menu(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    answer = p.answer(p.about or "")
    if answer is None or got.value not in _EDITS or not edit_fits(str(got.value), p):
        return _to_read_back(p, setting, Say("utter_kept"))
    return _EDITS[str(got.value)](p, answer, heard, setting)


def _change_words(p: Preparation, answer: Answer, heard: Heard, setting: Setting) -> Result:
    if p.speaker == "helper" and answer.given_by == "patient" and setting.book.of(answer.question).kind == "words":
        return asked(replace(p, asking="beside", misses=0), setting)
    return asked(replace(p, asking=answer.question, about=None, misses=0), setting)


def _beside(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    """A helper's words are put beside the patient's own, never in their place."""
    if got.state is not State.ANSWERED:
        return _to_read_back(p, setting, Say("utter_kept"))
    answer = answer_of(heard, p, got.state, None, setting)
    p = p.keep(replace(answer, question=f"beside:{p.about}"))
    return _to_read_back(p, setting, Say("utter_ack_helper_words", setting.facts))


def _take_out(p: Preparation, answer: Answer, heard: Heard, setting: Setting) -> Result:
    item = next((one for one in p.items() if one.answer == answer), None)
    if item is not None:
        p = take_out(p, item, setting.path.most_priorities, heard.inbox_id, setting.now)
    else:
        p = p.keep(replace(answer, state=State.REMOVED, inbox_id=heard.inbox_id, at=setting.now))
    return _next_or_read_back(p, setting, Say("utter_removed"))


def _private(p: Preparation, answer: Answer, heard: Heard, setting: Setting) -> Result:
    private = not answer.private
    p = p.keep(replace(answer, private=private, inbox_id=heard.inbox_id, at=setting.now))
    return _to_read_back(p, setting, Say("utter_private_kept" if private else "utter_private_shared"))


def _move(p: Preparation, answer: Answer, heard: Heard, setting: Setting, by: int) -> Result:
    """One place up or down. Below the last of the first three there are no places to tell apart."""
    most = setting.path.most_priorities
    order = [item.number for item in ranked(p, most)]
    number = int(answer.question.partition(":")[2])
    here = order.index(number) + 1 if number in order else len(order) + 1
    place = here + by
    if place < 1 or place > len(order) + (1 if len(p.items()) > len(order) else 0):
        return _to_read_back(p, setting, Say("utter_moved_no_further"))
    p = put_at(p, number, place, most, heard.inbox_id, setting.now)
    return _next_or_read_back(p, setting, Say("utter_moved"))


_EDITS = {
    "change_words": _change_words, "take_out": _take_out, "keep_private": _private, "share_after_all": _private,
    "move_up": lambda p, answer, heard, setting: _move(p, answer, heard, setting, -1),
    "move_down": lambda p, answer, heard, setting: _move(p, answer, heard, setting, +1),
}


def _next_or_read_back(p: Preparation, setting: Setting, said: Say) -> Result:
    """Back to the read-back, unless the change left a gap that has to be asked about."""
    ref = next_question(p, setting.path)
    if ref == "read_back":
        return _to_read_back(p, setting, said)
    return asked(replace(p, asking=ref, about=None, resume=None, misses=0), setting, (said,))


def _choose_more(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    """Add what was left for later, or skipped; a list is opened again."""
    found = modules_to_add(p, setting.paths.modules)
    name = next((one.ref for one in found if one.item.number == got.value), None)
    if name is None:
        return _to_read_back(p, setting)
    return open_module(p, name, setting)


def open_module(p: Preparation, name: str, setting: Setting) -> Result:
    """Ask the questions of one module that are open, or were left out, one after the other."""
    for key in setting.paths.modules[name]:
        p = reopen(p, key)
        earlier = p.answer(key)
        if earlier is not None and not earlier.answered:
            p = p.without(key)
        p = replace(p, wanted=tuple(dict.fromkeys((*p.wanted, key))))
    p = replace(p, phase=Phase.OPEN, resume=None, about=None)
    return go_to(p, next_question(p, setting.path), setting)


def _afterwards(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    if setting.visit_is_over:
        return asked(p, setting, (Say("utter_visit_over", setting.facts),))
    if got.value == "find_out":
        return asked(replace(p, asking="find_out", misses=0), setting)
    if got.value == "found_out":
        return begin_linked(p, setting)
    if got.value == "add_more":
        return asked(replace(p.without("confirmed_by"), phase=Phase.OPEN, asking="choose_more", misses=0), setting)
    return _to_read_back(p.without("confirmed_by"), setting, Say("utter_reopened", setting.facts))


def _find_out(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    return _to_read_back(p.keep(answer_of(heard, p, got.state, got.value, setting)), setting, Say("utter_ack_words"))


def begin_linked(p: Preparation, setting: Setting) -> Result:
    """A second preparation, linked to the first: everything said stands, and what they found out comes first."""
    kept = p.without("confirmed_by")
    for key in ("matters", "question"):
        kept = reopen(kept, key)
    linked = Preparation(
        phase=Phase.OPEN, answers=kept.answers, speaker=p.speaker, episode=p.episode + 1, follows=p.confirmed_at,
        met=("consent",), asking="afterwards", wanted=("matters", "question"))
    return go_to(linked, "found_out", setting, (Say("utter_linked_begin"),))


HANDLERS = {
    **PARKED, "split": keep_parts, "read_back": _read_back, "confirmed_by": _confirmed_by,
    "choose_change": _choose_change, "item_menu": _item_menu, "beside": _beside, "choose_more": _choose_more,
    "afterwards": _afterwards, "find_out": _find_out,
}
