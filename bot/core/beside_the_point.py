"""Talk that answers nothing: small talk, anger, questions to us or to the clinician, words that come in late.

Nothing of it is lost: what could be meant for the visit is offered to be kept, and kept only with a yes.
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.answers import State, key_of
from bot.core.asked_of_us import asked_of_us, asks_what_next, is_question_or_order
from bot.core.findings.asks import is_question
from bot.core.guesses import OFF_TOPIC, PERHAPS_BESIDE, may_be_beside_the_point
from bot.core.hearing import Heard, NotUnderstood, Understood, read_answer, verbatim
from bot.core.lists import add_items, open_end
from bot.core.moving import Result, Setting, asked, is_list, meet, move_on, step_aside
from bot.core.preparation import Parked, Preparation
from bot.core.quick_replies import options_for
from bot.core.saying import Say
from bot.core.told import troubles_in

# Answered in kind: no answer to anything, and no misunderstanding either.
SMALL_TALK = {
    "thanks": "utter_small_talk_thanks", "greet": "utter_small_talk_greet", "how_are_you": "utter_small_talk_how_are_you",
    "bye": "utter_small_talk_bye", "about_us": "utter_about_us",
}
_SMALL = 8  # words; small talk is short
_ASKED_OF_US = {"visit": "utter_visit_question", "about_us": "utter_about_us"}
_NEXT_AT = {
    "consent": "utter_what_next_consent", "read_back": "utter_what_next_read_back", "afterwards": "utter_what_next_shared",
}
# Where a question is an answer: one's own questions, and what one fears or was told.
_QUESTIONS_WELCOME = frozenset({"matters", "question", "worries", "why_coming", "find_out", "found_out", "beside"})

_OFFERED = frozenset({"matters", "why_coming"})  # a list, where a question stands better with their questions
_LOOKS_BESIDE = OFF_TOPIC | {PERHAPS_BESIDE}


def beside_the_point(p: Preparation, heard: Heard, setting: Setting) -> Result | None:
    """The turn for talk that answers nothing; None when the message may be an answer."""
    key = key_of(p.asking or "")
    if key != "question" and asks_what_next(heard.text):
        return asked(p, setting, (Say(_NEXT_AT.get(key, "utter_what_next"), setting.facts),))
    if heard.intent in _LOOKS_BESIDE and troubles_in(heard.text, setting.vocabulary, beside=True):
        return None  # who names a trouble speaks of themselves, whatever it looks like
    if heard.intent == PERHAPS_BESIDE and (offered := _offer(p, heard, setting)) is not None:
        return offered
    if heard.intent == "about_us" and key == "question" and is_question_or_order(heard.text):
        return None  # where their questions are asked for, one that may be for the clinician is one
    if heard.intent == "off_topic" and key == "question" and is_question(heard.text) and not p.parked:
        return _park(p, heard, "question", "parked_question", setting)  # asked for questions, they asked one: they decide
    if heard.intent == "off_topic" and may_be_beside_the_point(heard.text, key):
        return _off_topic(p, heard, setting, "utter_off_topic")
    if heard.intent == "about_us" and asked_of_us(heard.text) != "about_us":  # a guess: it may be for the clinician
        return _off_topic(p, heard, setting, "utter_about_us")
    if heard.intent in SMALL_TALK and _may_be_more(heard.text):
        return _off_topic(p, heard, setting, SMALL_TALK[heard.intent])
    if heard.intent in SMALL_TALK:
        return asked(p, setting, (Say(SMALL_TALK[heard.intent], setting.facts),))
    if heard.intent == "angry":
        return _angry(p, heard, setting)
    if key in _QUESTIONS_WELCOME or (setting.book.of(key).aside and key != "afterwards") or p.words_wait:
        return None  # words that wait for a yes or no are settled first
    about = asked_of_us(heard.text)
    if about == "medical":
        said = (Say("utter_cannot_answer", setting.facts),)
        if p.value("consent") is None or key == "afterwards":  # nothing is kept without consent, or behind their back
            return asked(p, setting, said)
        return _park(p, heard, "question", "parked_question", setting, said)
    if about == "other":
        return _off_topic(p, heard, setting, "utter_off_topic")
    if about in _ASKED_OF_US:
        return asked(p, setting, (Say(_ASKED_OF_US[about], setting.facts),))
    return None


def _offer(p: Preparation, heard: Heard, setting: Setting) -> Result | None:
    """What looks beside the point, and not plainly so, is offered to be kept at once; None where it is an answer."""
    key, about = key_of(p.asking or ""), asked_of_us(heard.text)
    if about == "about_us":
        return None if key == "question" else asked(p, setting, (Say("utter_about_us", setting.facts),))
    settled_first = setting.book.of(p.asking or "").aside or p.value("consent") is None or p.parked or p.words_wait
    if settled_first or key in _QUESTIONS_WELCOME - _OFFERED or (about in {"medical", "visit"} and key not in _OFFERED):
        return None
    asks = is_question_or_order(heard.text) or is_question(heard.text)
    if not asks and key not in _OFFERED:
        return None
    target = "question" if asks else "matters"
    return _park(p, heard, target, f"parked_{target}", setting)


def _may_be_more(text: str) -> bool:
    """Whether what was taken for small talk is so long, or so strange, that we may be mistaken."""
    return len(text.split()) > _SMALL or any(sign in text for sign in "{}<>;=[]")


def _off_topic(p: Preparation, heard: Heard, setting: Setting, key: str) -> Result:
    """Say kindly that we cannot help with it, and ask again. Said again, it is offered to be kept: we may be mistaken."""
    if setting.book.of(p.asking or "").aside or p.value("consent") is None or p.parked:
        return asked(p, setting, (Say(key, setting.facts),))
    if p.misses == 0:
        return asked(replace(p, misses=1), setting, (Say(key, setting.facts),))
    target = "question" if is_question_or_order(heard.text) else "matters"
    return _park(p, heard, target, f"parked_{target}", setting, (Say("utter_off_topic_again", setting.facts),))


def _angry(p: Preparation, heard: Heard, setting: Setting) -> Result:
    said = (Say("utter_angry_heard", setting.facts),)
    if setting.book.of(p.asking or "").aside or p.value("consent") is None or p.words_wait:
        return asked(p, setting, said)
    return _park(p, heard, "matters", "parked_matters", setting, said)


def _park(
    p: Preparation, heard: Heard, target: str, aside: str, setting: Setting, said: tuple[Say, ...] = (),
) -> Result:
    """Put words aside and ask what to do with them."""
    p = replace(p, parked=Parked(verbatim(heard) or "", heard.inbox_id, target))
    return step_aside(p, aside, setting, said)


def late(p: Preparation, heard: Heard, setting: Setting) -> Result:
    """An answer to an older question, by an old button or another window: kind words, and nothing changes by itself."""
    if heard.kind != "text":
        return asked(p, setting, (Say("utter_old_button"),))
    ref = heard.question or ""
    known = key_of(ref) in setting.book.questions
    if not known or p.words_wait or setting.book.of(ref).aside or setting.book.of(p.asking or "").aside or not p.said(ref):
        return asked(p, setting, (Say("utter_late_words"),))
    if p.value("consent") is None or key_of(ref) in {"consent", "read_back", "split", "confirmed_by"}:
        return asked(p, setting, (Say("utter_late_words"),))
    return _park(p, heard, ref, "parked_late", setting)


def settle(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> Result:
    """The person said what to do with parked words: keep them where they belong, or leave them."""
    parked, p = p.parked, replace(p, parked=None)
    if parked is None or got.value != "yes":
        return move_on(p, setting, (Say("utter_parked_left"),))
    if parked.target in {"matters", "question"} or is_list(parked.target, setting):
        key = key_of(parked.target)
        at_its_list = key_of(p.resume or "") == key and not p.said(p.resume or "")
        p = add_items(p, key, (parked.words,), setting.path.most_priorities, parked.inbox_id, setting.now)
        if at_its_list:  # the list goes on after it, and that is one more question they meet
            p = meet(replace(p, resume=open_end(p, key)), open_end(p, key), setting)
        return move_on(p, setting, (Say("utter_parked_kept"),))
    return _use_late_words(p, parked, setting)


def _use_late_words(p: Preparation, parked: Parked, setting: Setting) -> Result:
    """Read late words as the answer to the question they were written for."""
    words = Heard(parked.inbox_id, "text", parked.words, parked.target, None, "inform")
    options = options_for(parked.target, p, setting.path, setting.paths.modules)
    reading = read_answer(words, setting.book.of(parked.target), p, setting.book, options, setting.now, setting.zone,
                          setting.times, visit=setting.visit_day)
    if isinstance(reading, NotUnderstood) or reading.state is not State.ANSWERED:
        return move_on(p, setting, (Say("utter_correction_unclear"),))
    earlier = p.answer(parked.target)
    assert earlier is not None
    p = p.keep(replace(earlier, state=reading.state, words=parked.words, value=reading.value,
                       inbox_id=parked.inbox_id, at=setting.now, given_by=p.speaker))
    return move_on(p, setting, (Say("utter_corrected"),))


HANDLERS = {"parked_question": settle, "parked_matters": settle, "parked_late": settle}
