"""Who says that they are writing from here on: the patient, or somebody who helps."""

from __future__ import annotations

import re

from bot.core.phrases import plain

_RELATION = (r"(?:wife|husband|daughter|son|carer|mum|mam|mom|mother|dad|father|sister|brother|partner|friend|neighbour|nurse|"
             r"granddaughter|grandson|niece|nephew|advocate|support worker)")
_NOW = r"(?: (?:now|again|here|speaking|typing|writing|back|instead|this time))"
_HELPER = re.compile(
    rf"(?:hi |hello )?(?:this is|i'?m|i am|here is) (?:his|her|their|the) {_RELATION}(?: \w+)?{_NOW}*|"
    rf"(?:it'?s|it is) (?:his|her|their|the) {_RELATION}(?: \w+)?{_NOW}+|"
    rf"(?:his|her|their) {_RELATION} (?:here|typing|writing){_NOW}*|"
    rf"my {_RELATION} is (?:typing|writing|answering)(?: (?:now|for me|this))*|"
    rf"(?:i'?m|i am) helping(?: (?:him|her|them|my {_RELATION}))?{_NOW}*|"
    r"(?:somebody|someone) else is (?:answering|typing|writing)(?: now)?")
_PATIENT = re.compile(
    r"(?:ok )?(?:it'?s|it is|this is) (?:just )?me(?: (?:again|now|the patient|myself|back))+|"
    r"(?:i'?m|i am|i'?ll) (?:typing|type|writing|write|back on it|answering|answer)(?: (?:it|this))? (?:myself|again)(?: now)?|"
    r"(?:i'?ll|i will) write myself now|"
    rf"(?:my |his |her )?{_RELATION} wants to (?:type|write|say|add|answer)(?: \w+)?(?: (?:now|herself|himself))*|"
    rf"(?:this is|it'?s|it is) {_RELATION}{_NOW}+")


def whose_turn(text: str, name: str) -> str | None:
    """``helper`` or ``patient`` when the whole message says who is writing now; None when it says nothing of the kind.

    Args:
        name: the patient's, as on the invitation. "It's Jane again" is Jane.
    """
    said = plain(text)
    if _HELPER.fullmatch(said):
        return "helper"
    names = "|".join(re.escape(one) for one in {plain(name), plain(name).split(" ")[0]} if one)
    if _PATIENT.fullmatch(said) or re.fullmatch(rf"(?:this is|it'?s|it is) (?:{names}){_NOW}+", said):
        return "patient"
    return None
