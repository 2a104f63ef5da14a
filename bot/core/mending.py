"""Changing an earlier answer by saying so: "actually make pain first", "it's more like a 7", "also, my foot hurts"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.core.answers import Answer, State, key_of
from bot.core.commands import obey
from bot.core.correction_forms import Correction
from bot.core.corrections import read_correction
from bot.core.hearing import Heard, verbatim
from bot.core.lists import add_items
from bot.core.moving import Result, Setting, asked, is_list, move_on
from bot.core.naming import about, answer_called, item_called, kind_called, said_last, score_called, score_said
from bot.core.phrases import plain, shortened
from bot.core.preparation import Item, Phase, Preparation
from bot.core.ranking import put_at, ranked, set_order, take_out
from bot.core.saying import Say


def mended(p: Preparation, heard: Heard, setting: Setting) -> Result | None:
    """The turn for a message that changes an earlier answer; None when it is no such message, or not a plain one."""
    if p.asking is None or p.value("consent") is None or setting.book.of(p.asking).aside and p.asking != "afterwards":
        return None
    correction = read_correction(heard.text, words_asked=setting.book.of(p.asking).kind == "words")
    if correction is None:
        return None
    if p.asking == "afterwards" and setting.visit_is_over:
        return asked(p, setting, (Say("utter_visit_over", setting.facts),))
    return _MEND[correction.kind](p, heard, correction, setting)


def _go_on(p: Preparation, setting: Setting, said: Say) -> Result:
    """Say what was changed and ask again what was being asked, or what comes next when that is answered now."""
    if p.asking == "afterwards":  # what was shared is another text from here on, until they share it anew
        return asked(_opened(p), setting, (said, Say("utter_reopened", setting.facts)))
    if p.asking is not None and p.said(p.asking) and p.asking not in p.trail and not p.reached_the_end:
        return move_on(p, setting, (said,))
    return asked(replace(p, misses=0), setting, (said,))


def _opened(p: Preparation) -> Preparation:
    return replace(p.without("confirmed_by"), phase=Phase.OPEN, asking="read_back", misses=0)


def _rank(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    most = setting.path.most_priorities
    item = item_called(told.name, p, most)
    place = 1 if told.kind == "first" else told.value
    if item is None or not isinstance(place, int) or len(p.items()) < 2:
        return _unclear(p, told, setting)
    if p.said("priority:1"):
        p = put_at(p, item.number, place, most, heard.inbox_id, setting.now)
    else:
        p = p.keep(Answer(f"priority:{place}", State.ANSWERED, verbatim(heard), item.number, heard.inbox_id,
                          setting.now, p.speaker))
    return _in_order(p, item, place, setting)


def _in_order(p: Preparation, item: Item, place: int, setting: Setting) -> Result:
    said = Say("utter_corrected_first", {"words": shortened(item.words, 140)}) if place == 1 else Say("utter_moved")
    if key_of(p.asking or "") == "priority":
        return move_on(p, setting, (said,))
    return _go_on(p, setting, said)


def _before(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    """One thing before another. Where the order was not asked yet, two things alone are an order."""
    most = setting.path.most_priorities
    item, other = item_called(told.name, p, most), item_called(told.other, p, most)
    if item is None or other is None or item == other:
        return _unclear(p, told, setting)
    order = [one.number for one in ranked(p, most)]
    if not p.said("priority:1") and len(p.items()) == 2:
        return _rank(p, heard, replace(told, kind="first"), setting)
    if other.number not in order and (item.number not in order or key_of(p.asking or "") == "priority"):
        # Neither has a place yet: where the order is asked, this is no full answer to it, and asked again.
        return None if key_of(p.asking or "") == "priority" else _no_order(p, bool(order), told, setting)
    if other.number not in order or item.number in order and order.index(item.number) < order.index(other.number):
        return asked(p, setting, (Say("utter_kept"),))
    place = order.index(other.number) + 1
    return _in_order(put_at(p, item.number, place, most, heard.inbox_id, setting.now), item, place, setting)


def _swap(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    """Two things change places. "Swap them" is plain only where there are two."""
    most = setting.path.most_priorities
    pair = (item_called(told.name, p, most), item_called(told.other, p, most)) if told.name else p.items()
    if len(pair) != 2 or pair[0] is None or pair[1] is None or pair[0] == pair[1]:
        return _unclear(p, told, setting)
    order = [one.number for one in ranked(p, most)]
    turned = {pair[0].number: pair[1].number, pair[1].number: pair[0].number}
    if not turned.keys() & set(order) or not p.said("priority:1"):
        return _no_order(p, p.said("priority:1"), told, setting)
    p = set_order(p, [turned.get(one, one) for one in order], most, heard.inbox_id, setting.now)
    return move_on(p, setting, (Say("utter_moved"),)) if key_of(p.asking or "") == "priority" else _go_on(
        p, setting, Say("utter_moved"))


def _no_order(p: Preparation, ordered: bool, told: Correction, setting: Setting) -> Result | None:
    """Nothing to move: the first places are given and these have none of them, or no order was asked yet."""
    return asked(p, setting, (Say("utter_moved_no_further"),)) if ordered else _unclear(p, told, setting)


def _score(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    """A number said again: of what is named, else the last one, unless a number is asked and this may be its answer."""
    if not isinstance(told.value, int):
        return None
    old = int(told.other) if told.other else None
    if told.name:
        ref = score_called(told.name, p, setting.path.most_priorities)
    else:
        ref = score_said(old, p, setting.book)
        if ref is None and old is None:
            return None
        if old is None and setting.book.of(p.asking or "").kind == "scale" and not _about_before(heard.text):
            return None
    if ref is None:
        return _unclear(p, told, setting)
    p = p.keep(Answer(ref, State.ANSWERED, verbatim(heard), told.value, heard.inbox_id, setting.now, p.speaker,
                      private=bool((earlier := p.answer(ref)) and earlier.private)))
    return _go_on(p, setting, Say("utter_corrected_score", {
        "score": str(told.value), "item": shortened(about(ref, p), 140)}))


def _about_before(text: str) -> bool:
    """Whether a number plainly mends the one before, although another is being asked."""
    said = plain(text)
    return said.startswith(("i meant", "sorry i meant", "no i meant", "actually i meant", "change that", "change it",
                            "make that", "make it", "sorry make", "i said", "that's wrong", "that was wrong",
                            "that is wrong", "it's wrong", "that's a mistake", "that was a mistake"))


def _reword(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    most = setting.path.most_priorities
    ref = answer_called(told.name, p, setting.book, most) if told.name else said_last(p, setting.book)
    if ref is None or (told.words and setting.book.of(ref).kind != "words"):
        return _unclear(p, told, setting)
    if told.name and told.words and (meant := item_called(told.words, p, most)) and f"matters:{meant.number}" != ref:
        return _before(p, heard, replace(told, kind="before", name=told.words, other=told.name), setting)
    earlier = p.answers[ref]
    if not told.words or (told.name and not kind_called(told.name, p) and _says_more(earlier.words or "", told.name)):
        # They want to change it and have not said how, or not for all that stands there.
        p = _opened(p) if p.asking == "afterwards" else p
        return asked(replace(p, asking=ref, resume=None, misses=0, trail=(*p.trail, p.asking or ref)), setting)
    if p.speaker == "helper" and earlier.given_by == "patient":  # beside the patient's own words, never in their place
        p = p.keep(Answer(f"beside:{ref}", State.ANSWERED, told.words, None, heard.inbox_id, setting.now, p.speaker))
        return _go_on(p, setting, Say("utter_ack_helper_words", setting.facts))
    p = p.keep(replace(earlier, state=State.ANSWERED, words=told.words, value=None, inbox_id=heard.inbox_id,
                       at=setting.now, given_by=p.speaker))
    return _go_on(p, setting, Say("utter_corrected"))


def _says_more(words: str, name: str) -> bool:
    """Whether an answer says so much more than its name that other words for the name would lose the rest."""
    return name not in _PLACE_NAMES and len(words.split()) > 2 * max(len(name.split()), 2)


_PLACE_NAMES = frozenset(f"{the}{place}{one}" for the in ("the ", "") for place in ("first", "second", "third", "last")
                         for one in (" one", " thing", ""))


def _private(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    """Something they said stays with them, or is shared after all."""
    most = setting.path.most_priorities
    ref = answer_called(told.name, p, setting.book, most) if told.name else said_last(p, setting.book)
    answer = p.answer(ref or "")
    if answer is None or not answer.answered:
        return _unclear(p, told, setting)
    private = told.kind == "private"
    p = p.keep(replace(answer, private=private, inbox_id=heard.inbox_id, at=setting.now))
    return _go_on(p, setting, Say("utter_private_kept" if private else "utter_private_shared"))


def _remove(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    if not told.name and key_of(said_last(p, setting.book) or "") != "matters":
        return _undo(p, heard, told, setting)
    item = item_called(told.name or "last", p, setting.path.most_priorities)
    if item is None:
        return _unclear(p, told, setting)
    p = take_out(p, item, setting.path.most_priorities, heard.inbox_id, setting.now)
    return _go_on(p, setting, Say("utter_removed"))


def _add(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    if is_list(p.asking, setting) or not told.words or setting.book.of(p.asking or "").kind == "words":
        return None  # there it is simply the answer
    key = "question" if told.words.rstrip().endswith("?") else "matters"
    p = add_items(p, key, (told.words,), setting.path.most_priorities, heard.inbox_id, setting.now)
    return _go_on(p, setting, Say("utter_added", {"words": shortened(told.words, 140)}))


def _undo(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result:
    """Nothing is undone by a guess: what was answered last is asked again, with what stands there."""
    if p.asking == "afterwards":
        return asked(_opened(p), setting, (Say("utter_reopened", setting.facts),))
    return obey("back", p, heard, setting)


def _unclear(p: Preparation, told: Correction, setting: Setting) -> Result | None:
    """Say that nothing changed, when it was put to us and names nothing that is known; else it may be an answer."""
    return asked(p, setting, (Say("utter_correction_unclear"),)) if told.put_to_us else None


_MEND: dict[str, Callable[[Preparation, Heard, Correction, Setting], Result | None]] = {
    "first": _rank, "rank": _rank, "before": _before, "swap": _swap, "score": _score, "reword": _reword, "private": _private,
    "share": _private, "remove": _remove, "add": _add, "undo": _undo,
}
