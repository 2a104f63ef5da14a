"""The text of an answer made plain, and what is said with a number in it and means none, blanked out."""

from __future__ import annotations

import re
import unicodedata

from bot.core.scale_spelling import LEAD_MISSPELT

_HEARD_AS = {
    "ate": "eight",
    "won": "one",
    "fore": "four",
    "for": "four",
    "too": "two",
    "to": "two",
    "tree": "three",
    "sicks": "six",
    "niner": "nine",
}
_MISHEARD = re.compile(
    r"^(?:(?:um|uh|er|well|so|oh|a|an|about|maybe) )*(?P<word>"
    + "|".join(_HEARD_AS)
    + r")(?= (?:out )?(?:of|outta|outa) (?:10|ten)\b|\s?/\s?10\b|(?<=tree),|(?<=tree)$|(?<=sicks)$|(?<=niner)$)"
)
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")  # "ummm", "sooo", "seveeen"
_RUN_ON = re.compile(r"\b(say|like|about|maybe|probably|number|defo|its|it's)(\d{1,2})\b")
_RUN_ON_AFTER = re.compile(
    r"(?<![\w.,/])(\d{1,2})((?:out|outta|outa|cos|coz|cuz|cus|because|cause|plz|thx|thanx|thanks|pls|please|lol|"
    r"maybe|but|im|thats|"
    r"innit|tbh|bc|idk)\b|x{2,4}$)"
)
_NUMBERS = "zero|one|two|three|four|five|six|seven|eight|nine|ten"
_A_NUMBER = rf"(?:an? )?(?:\d|10|{_NUMBERS})\b"
# As people type: "2 b honest 3", "put me down 4 an 8", "importance=7", "wld go w 7".
_TYPED = tuple((re.compile(pattern), meant) for pattern, meant in (
    (r"\b2 ?b(?= (?:honest|fair|frank|sure|safe|exact)\b)", "to be"),
    (rf"\bme (down |in )?4 (?={_A_NUMBER})", r"me \1for "),
    (r"\b(can|me|do|it) 2(?=\s?[.,!]\s)", r"\1 too"),
    (r"\bimport[ei]n[cs]e\b", "importance"),
    (r"\bconfid[ai]n[cs]e\b", "confidence"),
    (rf"\b(importance|confidence|confident|pain|score|sureness|mood|answer)\s?=\s?(?={_A_NUMBER})", r"\1 is "),
    (rf"\bw(?= {_A_NUMBER})", "with"),
    (r"\bwld\b", "would"),
    (r"\bgiv\b", "give"),
    (r"\bb(?:e?twn|tween|etwen)\b", "between"),
    (r"\b(?:bco[zs]|becoz|becuz|bcz|becos|bcuz)\b", "because"),
    (r"\bdis\b", "this"),
    (r"\bdat\b", "that"),
    (r"\bsry\b", "sorry"),
    (r"\bid (?=(?:give|say|go|put)\b)", "i'd "),
    (r"\bsomethin\b", "something"),
    (r"\bfeelin\b", "feeling"),
))
_SLIPPED_OUT_OF = re.compile(rf"\b(\d|{_NUMBERS}) ?(?:out|put|otu|uot|oot)(?: (?:of|fo|o|off|if))? (?=(?:10|ten)\b)")
# "Today: 7 last week: 4": what stands before the colon belongs to the number after it.
_PAST = {"then": "back then", "before": "previously"}
_LABEL_BEFORE = re.compile(
    r"[\s,.;]*\b(then|now|before|after|today|yesterday|currently|previously|(?:last|this) (?:week|month|year|"
    r"time|visit))\s?[:=]\s?"
)
_NUMBER_AHEAD = rf"(?=.*\d|.*\b(?:{_NUMBERS})\b)"
THE_SCALE = re.compile(
    r"(?<=\S )(?:(?:a |the )?scale (?:is |of |from )?)?\b(?:0|1|zero|one|nought|nowt)\s*(?:-|–|to|through|until|"
    r"till|up to|"
    rf"and)\s*(?:10|ten)\b{_NUMBER_AHEAD}"
    rf"|^(?:0|1|zero|one|nought|nowt)\s*(?:-|–|to|through|until|till)\s*(?:10|ten)\b{_NUMBER_AHEAD}"
    r"|\b(?:scale|score|rating)?\s*\b(?:of|from)\s+(?:0|1|zero|one|nought)\s*(?:-|–|to|through)\s*(?:10|ten)\b"
    r"|\b(?:with|where|if)?\s*(?:10|ten|0|1|zero|one|nought)\s*(?:being|is|means|meaning|=)\s*(?:the\s+)?(?:not|"
    r"worst|best|"
    r"most|least|no|yes|highest|lowest|top|bottom|very|extremely|sure|certain|important)\b(?:\s+at\s+all)?"
    r"|\b(?:with |where )?(?:10|ten|0|1|zero|one|nought) (?:being|meaning) (?!honest|generous|realistic|fair|truthful|kind|"
    r"blunt|serious|real|"
    r"optimistic|pessimistic|polite|nice|brutally|very|totally)(?:[a-z']+ ){0,3}?[a-z']+(?=\s*[,;:.]|"
    r"\s+and\b)(?:\s+and\b)?"
    r"|\bout\s+of\s+(?:10|ten)\s*(?=[,:]|\s(?:i'd|id|i|it's|its|say|maybe|probably|about)\b)"
    r"|\bon (?:a|the|your) (?:scale )?(?:of|to|out of|(?:0|1|zero|one) (?:to|-)) ?(?:10|ten)\b"
    rf"|^(?:[a-z']+ ){{0,2}}(?:out|oot) (?:of|o'?|a) (?:a )?(?:10|ten)\s*[?…-]+{_NUMBER_AHEAD}"
)
_FIGURE_OF_SPEECH = re.compile(
    r"\b(?:nine|9|ten|10) (?:times|days|nights|weeks|goes) (?:out of|in) (?:a )?(?:ten|10)\b|\b24 ?/ ?7\b|"
    r"\b50 ?[/:-]? ?50\b|\bfifty[ -]fifty\b|\bat sixes and sevens\b|\bten to one\b(?= \w)|\b(?:two|2) minds\b|"
    r"\bsecond to none\b|\bsix of one\b|\bhalf a dozen of the other\b|\bcloud nine\b|\bnine to five\b|\bsquare one\b|"
    r"\bone (?:way|thing) or (?:another|the other)\b|\bone (?:day|step|thing|bit) at a time\b|\b10-4\b|"
    r"\bhigh (?:5|five)s?\b|\bone and the same\b|\bone by one\b|^(?:me|you|u) 2\W*$|\bsame 4\b|"
    r"\bone hundred and one (?=[a-z])|\bback to square one\b|\bsent from my \w+(?: \w+)*$|"
    r"\b(?:100|110|1000) ?(?:%|per ?cent\b)(?!\s*(?:for|on|in|with|when|at)\b)|\b(?:hundred) per ?cent\b|"
    r"\bseventh heaven\b|\bten a penny\b|\bat the eleventh hour\b|\bhands down\b|\b(?:9 ?9 ?9|nine nine nine|"
    r"1 ?1 ?1|one one one|9 ?1 ?1|nine one one)\b|\b(?:or )?something(?: like (?:that|it))?$|"
    r"\b(?:i )?(?:dunno|don'?t know|idk) why\b|\ball in\W*$|\bput two and two together\b|<3|"
    rf"\b(?:an?|the) (?!(?:{_NUMBERS})\b)[a-z]+ or (?:two|three)\b|\bone or two of\b|\bone(?:,? (?:or|and|"
    rf"maybe))+ (?:the )?other\b"
)


def plain(text: str) -> str:
    """Lower case, plain signs, one space between words; keycaps and other wide digits as digits; a line ends a "
    "clause."""
    said = unicodedata.normalize("NFKC", text.replace("½", " and a half")).replace("\U0001f51f", "10")
    said = re.sub("[\ufe0f\u20e3*_~]", "", said.replace("’", "'").replace("−", "-")).casefold()
    said = re.sub(r"\s*\n\s*\n\s*", ". ", said.strip())
    said = re.sub(r"(?<![,.;:!?-])\s*\n\s*", ", ", said)
    said = re.sub(r"\.{2,}", " … ", said)
    said = re.sub(r"(?<![a-z\d])'|(?<!\bno)'(?![a-z\d])", " ", said.replace("\\", "/"))
    said = re.sub(r"(?<=\d) ?out ?of ?10\b", " out of 10", said)
    said = re.sub(r"(?<!\S)1o\b|(?<=/)1o\b", "10", said)
    said = _SLIPPED_OUT_OF.sub(r"\1 out of ", said)
    said = re.sub(r"\bb/?c\b(?= [a-z])", "because", said)
    for typed, meant in _TYPED:
        said = typed.sub(meant, said)
    said = re.sub(r"[a-z]+", lambda word: LEAD_MISSPELT.get(word[0], word[0]), said)
    said = re.sub(r"[-–—=]+>", "->", said)
    said = _LABEL_BEFORE.sub(lambda found: f", {_PAST.get(found[1], found[1])} ", said).removeprefix(", ")
    if re.search(r"\bnow\b", said):
        said = re.sub(rf"\b(\d|{_NUMBERS}) then(?=[,.;]| and| but| now)", r"\1 back then", said)
    said = _RUN_ON_AFTER.sub(r"\1 \2", said)
    said = re.sub(r"\bhalf a\s+dozen\b", "six", said)
    said = _RUN_ON.sub(r"\1 \2", _DRAWN_OUT.sub(r"\1", said))
    said = re.sub(r"\s+", " ", said).strip()
    if heard := _MISHEARD.match(said):  # "ate out of ten", as a phone writes down what it hears; "ate" alone may be a word
        said = said[: heard.start("word")] + _HEARD_AS[heard["word"]] + said[heard.end("word") :]
    return said


def masked(said: str) -> str:
    """``said`` with the scale itself ("from 0 to 10") and figures of speech ("nine times out of ten") blanked out.

    Every place stays where it was.
    """
    without = _FIGURE_OF_SPEECH.sub(lambda match: " " * len(match[0]), said)
    return THE_SCALE.sub(lambda match: " " * (len(match[0]) - 1) + ",", without)
