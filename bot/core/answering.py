"""What an answer changes, and the short word that it arrived; what follows when it was not understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.answers import Answer, State, key_of, number_of
from bot.core.commands import obey
from bot.core.concerns import lines_in
from bot.core.days_offered import ask_again, with_words_kept
from bot.core.feelings import sounds_hard
from bot.core.findings.change_talk import read_change_talk
from bot.core.hearing import Heard, NotUnderstood, Understood, verbatim
from bot.core.lists import add_items, open_end
from bot.core.many_at_once import read_both
from bot.core.moving import Result, Setting, answer_of, asked, go_to, move_on, step_aside
from bot.core.phrases import IN_A_SENTENCE, shortened
from bot.core.preparation import Parked, Preparation, is_over, stage_of_change, wants_change
from bot.core.route import is_last_ask
from bot.core.saying import Say, Turn
from bot.core.scores_offered import ask_back, with_words_read
from bot.core.short_answers import is_no, is_yes, leaves_for_now
from bot.core.splitting import keep_parts
from bot.core.stage_words import read_stage
from bot.core.told import told_apart
from bot.core.when import as_people_write

MOST_MISSES = 2  # asked again in other words at most twice; then there is a way on
FEWEST_WORDS = 2  # a thing that matters, told where an order was asked, has at least so many
FEWEST_REFLECTED = 3  # words; fewer say too little to lean either way
_REFLECTED = {"importance_from", "importance_higher", "confidence_from", "confidence_higher", "in_the_way"}
_REFLECTION = {"change": "utter_reflect_change", "sustain": "utter_reflect_sustain"}
_STAGE = {"doing_it", "thinking_of_it"}


def understood(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    """Keep the answer, with whatever else was said in the same breath, and go on."""
    answer = with_words_kept(answer_of(heard, p, got.state, got.value, setting), p, heard)
    answer = with_words_read(answer, p, heard)
    earlier = p.answer(answer.question)
    if earlier and earlier.answered and got.state is State.NO and setting.book.of(answer.question).repeats:
        return move_on(p, setting, (Say("utter_kept"),))  # a no to "is there something else?" takes nothing away
    if setting.book.of(answer.question).kind == "words" and wants_change(p) and heard.kind == "text" and read_both(heard.text):
        p, both = _keep_both(p, heard, answer)
        return asked(p, setting, both)
    if (several := _several_things(p, heard, answer, setting)) is not None:
        return several
    p = p.keep(answer)
    for extra, (_, value) in enumerate(got.also, start=number_of(answer.question) + 1):
        if extra <= setting.path.most_priorities:
            p = p.keep(replace(answer, question=f"priority:{extra}", value=value))
    p, both = _two_scales(p, heard, answer)
    return move_on(p, setting, both or acknowledge(answer, p, setting))


def _several_things(p: Preparation, heard: Heard, answer: Answer, setting: Setting) -> Result | None:
    """Several concerns in one message are offered back as things of their own, in the person's words."""
    ref = answer.question
    if key_of(ref) not in {"matters", "question"} or heard.kind != "text" or not answer.answered:
        return None
    last = is_last_ask(p, ref, setting.path) and number_of(ref) > 1
    said = answer.words or ""
    parts = lines_in(said) if last else told_apart(said, setting.vocabulary) if key_of(ref) == "matters" else ()
    if len(parts) < 2 or p.said(ref):
        return None
    if last:  # they were asked to put one thing on each line
        p = add_items(p, key_of(ref), parts, setting.path.most_priorities, heard.inbox_id, setting.now)
        return move_on(p, setting, acknowledge(answer, p, setting))
    p = replace(p, parked=Parked(answer.words or "", heard.inbox_id, ref, parts))
    offers = sum(key_of(one) == "split" for one in p.met)
    return go_to(p, f"split:{offers + 1}", setting)


def _two_scales(p: Preparation, heard: Heard, answer: Answer) -> tuple[Preparation, tuple[Say, ...]]:
    """Importance and confidence given in one message: both are kept, each where it belongs."""
    if answer.question not in {"change_importance", "change_confidence"} or heard.kind != "text":
        return p, ()
    return _keep_both(p, heard, answer)


def _keep_both(p: Preparation, heard: Heard, answer: Answer) -> tuple[Preparation, tuple[Say, ...]]:
    both = read_both(heard.text)
    if both is None:
        return p, ()
    for ref, value in (("change_importance", both.importance), ("change_confidence", both.confidence)):
        p = p.keep(replace(answer, question=ref, state=State.ANSWERED, value=value))
    return p, (Say("utter_you_told_two", {"score": str(both.importance), "item": str(both.confidence)}),)


def after_not_understood(p: Preparation, heard: Heard, why: NotUnderstood, setting: Setting) -> Result:
    """Ask again in other words, at most twice; then leave it, with what was said kept as it was said."""
    key = key_of(p.asking or "")
    if key in _STAGE and heard.kind == "text" and (placed := _typed_stage(p, heard, setting)) is not None:
        return placed
    if key in {"change_importance", "change_confidence"} and heard.kind == "text" and read_both(heard.text):
        return understood(p, heard, Understood(State.ANSWERED), setting)
    if heard.kind == "text" and not why.days and leaves_for_now(heard.text):
        return obey("later", p, heard, setting)
    if heard.kind == "text" and sounds_hard(heard.text):
        return asked(p, setting, () if setting.comforted else (Say("utter_ack_low"),))
    if key in {"read_back", "confirmed_by"} and heard.kind == "text" and len(heard.text.split()) >= FEWEST_WORDS:
        return _offer_for_the_list(p, heard, setting)
    if key == "priority" and heard.kind == "text" and (added := _still_listing(p, heard, setting)) is not None:
        return added
    if key == "split":
        return _more_than_an_answer(p, heard, setting)
    if key == "not_now":
        return asked(p, setting, (Say(setting.rule.says or "utter_no_hurry", setting.facts),))
    if key == "afterwards":
        return asked(p, setting, (Say("utter_again_afterwards"),))
    misses = p.misses + 1
    if misses > MOST_MISSES and setting.book.of(p.asking or "").skip:
        return _leave_it(p, heard, setting)
    words = {"low": str(why.low), "high": str(why.high)} if why.why == "range" else {}
    p = replace(p, misses=misses)
    if why.why == "unsure":
        return ask_back(p, heard, why, setting)
    if setting.book.of(p.asking or "").kind == "when" and misses <= MOST_MISSES and why.why != "empty":
        return ask_again(p, heard, why, setting)
    if misses > MOST_MISSES:  # this one cannot be left out; say who can help instead of asking the same again
        return asked(p, setting, (Say("utter_no_hurry", setting.facts),))
    if key == "consent":
        return asked(p, setting, (Say("utter_again_consent", setting.facts),))
    if why.why == "go_on":
        return p, Turn((Say("utter_again_go_on", question=p.asking),), p.asking)
    return asked(p, setting, (Say(f"utter_again_{why.why}", words),))


def _offer_for_the_list(p: Preparation, heard: Heard, setting: Setting) -> Result:
    """Something new, said where a yes was asked for: it goes on the list if they wish, and is never passed over."""
    p = replace(p, parked=Parked(verbatim(heard) or "", heard.inbox_id, "matters"))
    return step_aside(p, "parked_matters", setting)


def _leave_it(p: Preparation, heard: Heard, setting: Setting) -> Result:
    answer = Answer(p.asking or "", State.UNCLEAR, verbatim(heard), None, heard.inbox_id, setting.now, p.speaker)
    answer = with_words_kept(answer, p, heard)
    if setting.book.of(answer.question).aside:
        said = "utter_parked_left" if p.parked else "utter_leave_it"
        return move_on(replace(p, misses=0, parked=None), setting, (Say(said),))
    return move_on(p.keep(answer), setting, (Say("utter_leave_it"),))


def _more_than_an_answer(p: Preparation, heard: Heard, setting: Setting) -> Result:
    """Something else was written where a yes or no was asked: the first message stays whole, this one is added to it."""
    if is_yes(heard.text) or is_no(heard.text):
        return keep_parts(p, heard, Understood(State.ANSWERED, "apart" if is_yes(heard.text) else "whole"), setting)
    kept, _ = keep_parts(p, replace(heard, text=""), Understood(State.UNCLEAR), setting)
    if kept.asking is None or key_of(kept.asking) != "matters":
        return asked(kept, setting, (Say("utter_split_kept_whole"),))
    return understood(kept, heard, Understood(State.ANSWERED), setting)


def _still_listing(p: Preparation, heard: Heard, setting: Setting) -> Result | None:
    """Their list was asked as often as it is asked, and they go on with it: what they write still joins it."""
    words = verbatim(heard) or ""
    if is_over(p.answer(open_end(p, "matters"))) or len(words.split()) < FEWEST_WORDS or p.asking != "priority:1":
        return None
    p = add_items(p, "matters", (words,), setting.path.most_priorities, heard.inbox_id, setting.now)
    return asked(replace(p, misses=0), setting, (Say("utter_added", {"words": shortened(words, 140)}),))


def _typed_stage(p: Preparation, heard: Heard, setting: Setting) -> Result | None:
    """A stage told in the person's own way ("gave up in March"); what is not plain is asked, never guessed."""
    reading = read_stage(heard.text, setting.now, setting.zone)
    doing = "used_to" if reading.used_to and not reading.doing else reading.doing
    if reading.used_to and reading.doing == "not_yet":
        doing = "used_to"
    if reading.kind == "unclear" or (p.asking == "thinking_of_it" and not reading.thinking and not doing):
        return None
    for ref, value in (("doing_it", doing), ("thinking_of_it", reading.thinking)):
        if value and not (ref == "doing_it" and p.asking == "thinking_of_it" and value == "not_yet"):
            answer = Answer(ref, State.ANSWERED, verbatim(heard), value, heard.inbox_id, setting.now, p.speaker)
            p = p.keep(answer)
    told = p.answer("thinking_of_it" if reading.thinking else "doing_it")
    if told is None or not p.said(p.asking or ""):
        return None
    return move_on(p, setting, acknowledge(told, p, setting) or (Say("utter_ack_words"),))


def acknowledge(answer: Answer, p: Preparation, setting: Setting) -> tuple[Say, ...]:
    """A short word that the answer arrived; none after a plain no, where it would only be in the way."""
    key, kind = key_of(answer.question), setting.book.of(answer.question).kind
    if answer.state is State.NOT_SURE:
        return (Say("utter_ack_not_sure"),)
    if key == "smaller_step":
        return (Say("utter_smaller_step_kept" if answer.answered else "utter_step_left"),)
    if key == "hard_same" and (said := _both_sides(p)):
        return said
    if not answer.answered:
        return ()
    if key == "pressures":
        return (Say("utter_signpost", setting.facts),) if answer.question == "pressures:1" else (Say("utter_ack_words"),)
    if kind == "scale":
        return (Say("utter_ack_number", {"score": str(answer.value)}),)
    if kind == "when":
        day = as_people_write(datetime.fromisoformat(str(answer.value)), setting.zone)
        return (Say("utter_ack_check_in", {"day": day}),)
    return _acknowledge_words(answer, key, p, setting)


def _acknowledge_words(answer: Answer, key: str, p: Preparation, setting: Setting) -> tuple[Say, ...]:
    if key in _STAGE and answer.value == "used_to":
        return (Say("utter_relapse"),)
    if key == "thinking_of_it" and stage_of_change(p) == "precontemplation":
        return (Say("utter_open_door"),)
    if key == "priority":
        item = p.item(answer.value) if isinstance(answer.value, int) else None
        return (Say("utter_reflect_item", {"words": shortened(item.words, 140)}),) if item else ()
    if setting.book.of(answer.question).kind != "words":
        return ()
    if key == "change_hope":
        return (Say("utter_goal_kept"),)
    if not setting.comforted and sounds_hard(answer.words or ""):
        return (Say("utter_ack_low"),)
    if key in _REFLECTED and (said := _reflected(answer, setting)):
        return said
    helper = answer.given_by == "helper" and answer.question in {"matters:1", "hope"}
    return (Say("utter_ack_helper_words", setting.facts),) if helper else (Say("utter_ack_words"),)


def _reflected(answer: Answer, setting: Setting) -> tuple[Say, ...]:
    """What they said, as speaking for the change or for staying; nothing when that is not sure, or too long to say back."""
    words = answer.words or ""
    leans = read_change_talk(words, None, setting.talk).leans
    if leans is None or len(words) > IN_A_SENTENCE or len(words.split()) < FEWEST_REFLECTED or "?" in words:
        return ()
    return (Say(_REFLECTION[leans], {"words": shortened(words, IN_A_SENTENCE)}),)


def _both_sides(p: Preparation) -> tuple[Say, ...]:
    """Both sides in the person's own words, once the last of the four was asked."""
    towards = p.words("good_change") or p.words("hard_same")
    away = p.words("hard_change") or p.words("good_same")
    if not towards or not away:
        return ()
    return (Say("utter_reflect_pros_cons", {"words": shortened(away, 140), "item": shortened(towards, 140)}),)
