"""Changing an earlier answer by saying so: "actually make pain first", "it's more like a 7", "also, my foot hurts"."""

from __future__ import annotations

from dataclasses import replace

from bot.core.answers import Answer, State, key_of
from bot.core.corrections import Correction, read_correction
from bot.core.hearing import Heard, named, verbatim
from bot.core.lists import add_items
from bot.core.moving import Result, Setting, asked, is_list, move_on
from bot.core.phrases import plain, shortened
from bot.core.preparation import Item, Preparation
from bot.core.ranking import put_at, take_out
from bot.core.saying import Say

# How people name an answer that is not one of their items.
_NAMES = {
    "hope": ("hope", "hopes", "wish"), "worries": ("worry", "worries", "fear"), "change_topic": ("change",),
    "first_step": ("step", "first step", "plan"), "check_in": ("check in", "check-in", "reminder"),
    "helps": ("what helps",), "support": ("support",), "daily_life": ("daily life", "everyday life"),
}


def mended(p: Preparation, heard: Heard, setting: Setting) -> Result | None:
    """The turn for a message that changes an earlier answer; None when it is no such message, or not a plain one."""
    if p.asking is None or p.value("consent") is None or setting.book.of(p.asking).aside and p.asking != "afterwards":
        return None
    correction = read_correction(heard.text, words_asked=setting.book.of(p.asking).kind == "words")
    if correction is None:
        return None
    return _MEND[correction.kind](p, heard, correction, setting)


def _go_on(p: Preparation, setting: Setting, said: Say) -> Result:
    """Say what was changed and ask again what was being asked, or what comes next when that is answered now."""
    if p.asking == "afterwards":
        p = replace(p, asking="read_back")
    if p.asking is not None and p.said(p.asking) and p.asking not in p.trail and not p.reached_the_end:
        return move_on(p, setting, (said,))
    return asked(replace(p, misses=0), setting, (said,))


def _rank(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    item = _item(told.name, p)
    place = 1 if told.kind == "first" else told.value
    if item is None or not isinstance(place, int) or len(p.items()) < 2:
        return _unclear(p, setting)
    if p.said("priority:1"):
        p = put_at(p, item.number, place, setting.path.most_priorities, heard.inbox_id, setting.now)
    else:
        p = p.keep(Answer(f"priority:{place}", State.ANSWERED, verbatim(heard), item.number, heard.inbox_id,
                          setting.now, p.speaker))
    said = Say("utter_corrected_first", {"words": shortened(item.words, 140)}) if place == 1 else Say("utter_moved")
    if key_of(p.asking or "") == "priority":
        return move_on(p, setting, (said,))
    return _go_on(p, setting, said)


def _score(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    """A number said again: the last number given, unless a number is being asked and this may be its answer."""
    ref = next((one for one in reversed(p.trail) if setting.book.of(one).kind == "scale" and p.said(one)), None)
    if ref is None or not isinstance(told.value, int):
        return None
    if setting.book.of(p.asking or "").kind == "scale" and not _about_before(heard.text):
        return None
    earlier = p.answers[ref]
    p = p.keep(replace(earlier, state=State.ANSWERED, words=verbatim(heard), value=told.value,
                       inbox_id=heard.inbox_id, at=setting.now, given_by=p.speaker))
    return _go_on(p, setting, Say("utter_corrected_score", {"score": str(told.value)}))


def _about_before(text: str) -> bool:
    """Whether a number plainly mends the one before, although another is being asked."""
    said = plain(text)
    return said.startswith(("i meant", "sorry i meant", "no i meant", "actually i meant", "change that", "change it",
                            "make that", "make it", "sorry make", "i said"))


def _reword(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    ref = _named_ref(told.name, p)
    if ref is None:
        return _unclear(p, setting)
    if not told.words:  # they want to change it and have not said how
        return asked(replace(p, asking=ref, resume=None, misses=0, trail=(*p.trail, p.asking or ref)), setting)
    if setting.book.of(ref).kind != "words":
        return _unclear(p, setting)
    p = p.keep(replace(p.answers[ref], state=State.ANSWERED, words=told.words, value=None, inbox_id=heard.inbox_id,
                       at=setting.now, given_by=p.speaker))
    return _go_on(p, setting, Say("utter_corrected"))


def _remove(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    item = _item(told.name, p) or (p.items()[-1] if p.items() and not told.name else None)
    if item is None:
        return _unclear(p, setting)
    p = take_out(p, item, setting.path.most_priorities, heard.inbox_id, setting.now)
    return _go_on(p, setting, Say("utter_removed"))


def _add(p: Preparation, heard: Heard, told: Correction, setting: Setting) -> Result | None:
    if is_list(p.asking, setting) or not told.words or setting.book.of(p.asking or "").kind == "words":
        return None  # there it is simply the answer
    key = "question" if told.words.rstrip().endswith("?") else "matters"
    p = add_items(p, key, (told.words,), setting.path.most_priorities, heard.inbox_id, setting.now)
    return _go_on(p, setting, Say("utter_added", {"words": shortened(told.words, 140)}))


def _unclear(p: Preparation, setting: Setting) -> Result:
    """Say that nothing changed: the message was put to us, and names nothing that is known."""
    return asked(p, setting, (Say("utter_correction_unclear"),))


def _item(name: str | None, p: Preparation) -> Item | None:
    """The one thing that matters which ``name`` means: by its words, or by its place ("the second one")."""
    if not name:
        return None
    place = {"first": 1, "second": 2, "third": 3, "last": len(p.items())}.get(
        plain(name).removeprefix("the ").removesuffix(" one").removesuffix(" thing"))
    if place and place <= len(p.items()):
        return p.items()[place - 1]
    return named(name, p.items())


def _named_ref(name: str | None, p: Preparation) -> str | None:
    if not name:
        return None
    said = plain(name)
    for ref, names in _NAMES.items():
        if p.said(ref) and any(said == one or said.endswith(f" {one}") for one in names):
            return ref
    item = _item(name, p)
    return f"matters:{item.number}" if item else None


_MEND = {"first": _rank, "rank": _rank, "score": _score, "reword": _reword, "remove": _remove, "add": _add}
