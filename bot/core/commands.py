"""Commands, the same in every state: skip, back, help, why, say again, start again, a person, later, a copy, who answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.core.answers import Answer, State, key_of
from bot.core.hearing import Heard, Understood
from bot.core.lists import open_end, reopen
from bot.core.moving import Result, Setting, answer_of, asked, move_on, step_aside
from bot.core.preparation import Phase, Preparation
from bot.core.ranking import freeze_order
from bot.core.read_back import lines
from bot.core.remarks import FINE
from bot.core.saying import Choice, Say, Turn
from bot.core.splitting import keep_parts

WAY_BACK = (Choice("agree", "utter_choice_agree_after_all"),)
GO_ON = (Choice("/start", "utter_choice_go_on"),)
GO_ON_AFTER_DANGER = (Choice("/repeat", "utter_choice_go_on"), Choice(FINE, "utter_choice_fine"))


def obey(command: str, p: Preparation, heard: Heard, setting: Setting) -> Result:
    """Carry out ``command``, one of ``bot.core.hearing.COMMANDS``."""
    assert p.asking is not None
    return _COMMANDS[command](p, heard, setting)


def _help(p: Preparation, heard: Heard, setting: Setting) -> Result:
    first = Say("utter_help", setting.facts), Say(f"utter_help_{key_of(p.asking or '')}", setting.facts)
    return asked(p, setting, first)


def _why(p: Preparation, heard: Heard, setting: Setting) -> Result:
    return asked(p, setting, (Say(f"utter_why_{key_of(p.asking or '')}", setting.facts),))


def _repeat(p: Preparation, heard: Heard, setting: Setting) -> Result:
    return asked(p, setting)


def _start(p: Preparation, heard: Heard, setting: Setting) -> Result:
    return asked(p, setting, (Say("utter_welcome_back", setting.facts),))


def _skip(p: Preparation, heard: Heard, setting: Setting) -> Result:
    return _leave_out(p, heard, setting, State.SKIPPED, Say("utter_ack_skipped"))


def _not_sure(p: Preparation, heard: Heard, setting: Setting) -> Result:
    return _leave_out(p, heard, setting, State.NOT_SURE, Say("utter_ack_not_sure"))


def _leave_out(p: Preparation, heard: Heard, setting: Setting, state: State, said: Say) -> Result:
    question = setting.book.of(p.asking or "")
    if not question.skip:
        return asked(p, setting, (Say(f"utter_cannot_skip_{question.key}", setting.facts),))
    handler = _SKIPPED.get(question.key)
    if handler:
        return handler(p, heard, setting)
    earlier = p.answer(p.asking or "")
    if earlier and earlier.answered and state is State.SKIPPED and not _points_at_nothing(p, earlier):
        return move_on(p, setting, (Say("utter_kept"),))  # going past something said earlier leaves it as it was
    told = heard.text if heard.kind == "text" and state is State.NOT_SURE else ""  # "skip" is an order, not their words
    answer = answer_of(replace(heard, text=told), p, state, None, setting)
    return move_on(p.keep(answer), setting, (said,))


def _points_at_nothing(p: Preparation, earlier: Answer) -> bool:
    """Whether an answer is a place in the order whose thing is gone; keeping it would ask for it again for ever."""
    return key_of(earlier.question) == "priority" and isinstance(earlier.value, int) and p.item(earlier.value) is None


def _skip_edit(p: Preparation, heard: Heard, setting: Setting) -> Result:
    p = replace(p, asking="read_back", resume=None, about=None, misses=0)
    return asked(p, setting, (Say("utter_kept"),))


def _skip_parked(p: Preparation, heard: Heard, setting: Setting) -> Result:
    return move_on(replace(p, parked=None), setting, (Say("utter_parked_left"),))


def _skip_split(p: Preparation, heard: Heard, setting: Setting) -> Result:
    return keep_parts(p, replace(heard, text=""), Understood(State.SKIPPED), setting)


_SKIPPED: dict[str, Callable[[Preparation, Heard, Setting], Result]] = {
    **dict.fromkeys(("choose_change", "choose_more", "item_menu", "beside", "find_out"), _skip_edit),
    **dict.fromkeys(("parked_question", "parked_matters", "parked_late"), _skip_parked),
    "split": _skip_split,
}


def _back(p: Preparation, heard: Heard, setting: Setting) -> Result:
    if p.asking == "afterwards":
        return asked(replace(p, phase=Phase.OPEN, asking="read_back", misses=0), setting)
    key = key_of(p.asking or "")
    if key == "not_now":
        return asked(p, setting)
    if key in {"parked_question", "parked_matters", "parked_late"}:
        return _skip_parked(p, heard, setting)
    if key == "split" and p.parked:
        return _back_from_split(p, heard, setting)
    if setting.book.of(p.asking or "").aside:
        if p.resume:
            return move_on(p, setting)
        way = {"item_menu": "choose_change", "beside": "item_menu", "find_out": "afterwards"}.get(key, "read_back")
        return asked(replace(p, asking=way, misses=0), setting)
    if p.reached_the_end and (p.asking in p.trail or key in p.wanted):  # looked at again, or added at the read-back
        return asked(replace(p, asking="read_back", resume=None, about=None, misses=0), setting)
    before = [ref for ref in p.trail if ref != p.asking and key_of(ref) != "split" and (
        not p.reached_the_end or key_of(ref) not in p.wanted)]
    if not before:
        return asked(p, setting, (Say("utter_no_way_back"),))
    return asked(replace(p, asking=before[-1], trail=tuple(before[:-1]), resume=None, misses=0, parked=None), setting)


def _back_from_split(p: Preparation, heard: Heard, setting: Setting) -> Result:
    """Back to the message with several things in it, which is kept whole until they write it in another way."""
    kept, _ = _skip_split(p, heard, setting)
    item = next(item for item in reversed(kept.items("matters") + kept.items("question"))
                if item.answer.inbox_id == (p.parked.inbox_id if p.parked else ""))
    ref = item.answer.question
    return asked(replace(kept, asking=ref, trail=tuple(one for one in p.trail if one != ref), resume=None), setting)


def _start_again(p: Preparation, heard: Heard, setting: Setting) -> Result:
    if p.asking in {"start_again", "not_now"}:
        return asked(p, setting)
    return step_aside(p, "start_again", setting)


def start_again(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    """The answer to "shall I clear your answers?". Only a yes clears them; consent stays given."""
    if got.value != "yes":
        return move_on(p, setting, (Say("utter_as_it_was"),))
    kept = {ref: answer for ref, answer in p.answers.items() if ref in {"consent", "helper_role", "person_agrees"}}
    phase = Phase.OPEN if p.value("consent") in {"agree", "agree_helping"} else p.phase
    p = Preparation(phase=phase, asking=None, answers=kept, version=p.version, speaker=p.speaker, episode=p.episode,
                    follows=p.follows, met=tuple(kept), confirmed_at=p.confirmed_at)
    return move_on(p, setting, (Say("utter_started_again"),))


def _person(p: Preparation, heard: Heard, setting: Setting) -> Result:
    key = "utter_person" if setting.facts.get("hours") else "utter_person_no_hours"
    return asked(p, setting, (Say(key, setting.facts),))


def _later(p: Preparation, heard: Heard, setting: Setting) -> Result:
    """They stop for now: all is kept, and one tap goes on, today or in weeks."""
    return p, Turn((Say("utter_paused", setting.facts, question=p.asking, choices=GO_ON),), p.asking)


def _swap(p: Preparation, heard: Heard, setting: Setting) -> Result:
    """Somebody else answers from here on. What each of them said stays theirs."""
    return hand_over("patient" if p.speaker == "helper" else "helper", p, setting)


def hand_over(writer: str, p: Preparation, setting: Setting) -> Result:
    """From here on ``writer`` (``patient`` or ``helper``) is who writes."""
    if p.value("consent") is None or writer == p.speaker:
        return asked(p, setting)
    if writer == "patient":
        return asked(replace(p, speaker="patient"), setting, (Say("utter_swap_to_patient", setting.facts),))
    p = replace(p, speaker="helper")
    said = Say("utter_swap_to_helper", setting.facts)
    if p.said("helper_role") or p.asking == "helper_role" or setting.book.of(p.asking or "").aside:
        return asked(p, setting, (said,))
    return asked(replace(p, asking="helper_role", resume=p.asking, misses=0), setting, (said,))


def _copy(p: Preparation, heard: Heard, setting: Setting) -> Result:
    """Their own copy, private things among them, at any time and on every channel."""
    if not p.items() and not p.said("hope"):
        return asked(p, setting, (Say("utter_copy_nothing_yet"),))
    return asked(p, setting, (Say("utter_copy_here", setting.facts, lines=lines(p, setting.path.most_priorities)),))


def _add_more(p: Preparation, heard: Heard, setting: Setting) -> Result:
    key = key_of(p.asking or "")
    if p.value("consent") is None or key in {"matters", "question", "pressures", "split", "not_now"}:
        return asked(p, setting)
    if p.reached_the_end:
        if setting.book.of(p.asking or "").aside and key not in {"choose_change", "item_menu", "afterwards"}:
            return asked(p, setting)
        return asked(replace(p, phase=Phase.OPEN, asking="choose_more", resume=None, about=None, misses=0), setting)
    if setting.book.of(p.asking or "").aside:
        return asked(p, setting)
    p = freeze_order(p, setting.path.most_priorities, heard.inbox_id, setting.now) if p.said("priority:1") else p
    p = reopen(p, "matters")
    return asked(replace(p, asking=open_end(p, "matters"), trail=(*p.trail, p.asking or ""), misses=0), setting)


_COMMANDS: dict[str, Callable[[Preparation, Heard, Setting], Result]] = {
    "help": _help, "why": _why, "repeat": _repeat, "start": _start, "skip": _skip, "not_sure": _not_sure, "back": _back,
    "start_again": _start_again, "person": _person, "later": _later, "swap": _swap, "copy": _copy,
    "add_more": _add_more,
}


def tapped(value: str, p: Preparation, heard: Heard, setting: Setting) -> Result:
    """Quick replies that are no answers: keep what was said, take it out, see the card, keep the card."""
    if value == "/card":
        p, turn = asked(p, setting, (Say("utter_card", setting.facts),))
        *before, question = turn.says
        offered = tuple(Choice("/keep_card", "utter_choice_keep_card") if one.value == "/card" else one
                        for one in question.choices)
        return p, replace(turn, says=(*before, replace(question, choices=offered)))
    if value == "/keep_card":
        card = replace(answer_of(heard, p, State.ANSWERED, "yes", setting), question="card")
        return asked(p.keep(card), setting, (Say("utter_card_kept"),))
    answer = p.answer(p.asking or "")
    if value == "/remove" and answer is not None and setting.book.of(answer.question).repeats:
        gone = replace(answer, state=State.REMOVED, inbox_id=heard.inbox_id, at=setting.now)
        return move_on(p.keep(gone), setting, (Say("utter_removed"),))
    return move_on(p, setting, (Say("utter_kept"),))


def _check_in_result(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    said = Say(f"utter_check_in_{got.value}" if got.value else "utter_ack_not_sure", setting.facts)
    return move_on(p.keep(answer_of(heard, p, got.state, got.value, setting)), setting, (said,))


HANDLERS = {"start_again": start_again, "check_in_result": _check_in_result}
