"""Whether somebody asks something that is meant for the clinician, with or without a question mark."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^.!?\n…]+[.!?\n…]*")
_APOSTROPHES = str.maketrans("’‘`´", "''''")
_OPENERS = (
    r"(?:(?:and|but|so|or|um|uh|er|oh|well|okay|ok|hmm|yes|yeah|no|nope|also|then|now|like|just|please|doctor|doc|doc,|"
    r"sorry|hey|hi|"
    r"hello|hiya|right|all right|alright|sure|got it|thanks|thank you|i see|i understand|i guess|i (?:don't|do n't) think so|"
    r"not really|sounds good|that's fine|sorry to interrupt|one more thing|"
    r"i mean|the other thing is|one question|another question|my question is|question)[\s,:]+)*"
)
_SUBJECT = (
    r"(?:i|we|he|she|it|they|you|my|the|this|that|these|those|there|your|an?|anyone|anybody|somebody|someone|"
    r"anything|something|\w+ing)"
)
_INVERTED = re.compile(
    rf"^{_OPENERS}(?:is|are|am|was|were|do(?! it\b| that\b| this\b| the\b)|does|did|can|could|will|would|should|shall|may|"
    rf"might|must|isn't|"
    rf"aren't|don't|doesn't|"
    rf"ha(?:s|ve|d)(?= (?:i|we|he|she|it|they|you|my|there|any\w+)\b)|didn't|can't|couldn't|won't|wouldn't|shouldn't|"
    rf"haven't|hasn't|is n't|do n't|ca n't|dont|cant|wont) {_SUBJECT}\b"
)
_ASKING = re.compile(
    rf"^{_OPENERS}(?:(?:what|when|where|which|who|whose|why|how)(?:'s|s|'re|'d|'ll)?(?: (?:else|exactly|about|come|if|much|"
    rf"many|long|often|soon|bad|serious|"
    rf"likely|safe|far|kind of|sort of|type of|time|else) ?\w*)?(?: \w+){{0,3}}? (?:is|are|am|was|were|do|does|did|can|could|"
    rf"will|would|should|shall|may|might|has|have|"
    rf"had)\b|which (?:colou?r|kind|type|ones?|day|dose|side)\b|(?:what|how) (?:about|if|come)\b|(?:what|how|where|when|who|"
    rf"why)(?:'s|'re|'ll|s) (?:the|my|that|this|it|wrong|"
    rf"next|a|going|there))"
)
_INDIRECT = re.compile(
    r"\b(?:(?:want|wanted|like|need|love|going|meaning|have|got|wish) to (?:ask|know|find out)|wonder(?:ing|ed)? (?:if|"
    r"whether|what|why|how|when|about|which)|"
    r"(?:can|could|will|would) you (?:please )?(?:tell|explain|show|let me|help|check|give|write|prescribe|refer|do|look|"
    r"refill|renew|send|remind|say)|"
    r"(?:my|a|one|another|some|few|the|have|got) (?:question|questions)\b(?! (?:before|already))|"
    r"(?:don't|do not|dont|do n't) (?:know|understand) (?:if|whether|why|what) (?:i (?:should|can|need|have to|am allowed|"
    r"could|ought)|(?:it's|it is) safe|these|this (?!is related|has anything)|it's ok)|"
    r"not sure (?:if|whether) (?:i (?:should|can|need|am allowed|ought|could)|it's (?:safe|ok|okay)))"
)
_TAG = re.compile(
    r"(?:^|[\s,])(?:right|okay|ok|you know|is that right|know what i mean|you see|alright|all right|yeah|yes|no|huh|eh|"
    r"isn't it|don't i|innit|does that make sense|"
    r"got it|see|is that ok|is that all right|is that okay)\s*[?]+$"
)
_CHAT = re.compile(
    r"^(?:(?:and|i'm|good|great|fine|well|thanks|thank you|doing|okay|ok|hi|hello|alright|very|pretty|so|yeah|"
    r",) ?)*[\s,]*(?:how are you|how about you|how about yourself|and you|and yourself|"
    r"how have you been|how're you|how you doing|how do you do|how's it going|what's up|are you there|hello|what|pardon|"
    r"sorry|excuse me|huh|really|yes|no|me|who me|seriously|oh)"
    r"(?: (?:doing|today|keeping|now|doctor|doc))*\s*[?.!]*$"
)
_LATER = re.compile(
    r"\b(?:can|could|may|shall) (?:i|we) (?:\w+ )?(?:tell|do|answer|say|finish|come|carry|think)\b.*\b(?:later|tomorrow|"
    r"another time)\b")
_IS_IT = re.compile(
    r"^(?:(?:yeah|yes|oh|and|so|no|well|okay)[\s,.]+)*(?:is|are|was|were|do|does|did|have|has|had|am|isn't|don't|didn't) "
    r"(?:it|they|you|he|she|i|that|there)\W*$")
_ECHO_MOST = 2  # words; "Medicine?" only repeats what was said


def questions_in(text: str) -> tuple[str, ...]:
    """The sentences of ``text`` that ask something; greetings, tags ("…, right?") and echoes are left out. Never raises.

    >>> questions_in("My hip hurts. Will I need an operation?")
    ('Will I need an operation?',)
    """
    found = []
    for match in _SENTENCE.finditer(text[:10_000]):
        sentence = match.group().strip()
        if _asks(" ".join(sentence.translate(_APOSTROPHES).casefold().split())):
            found.append(sentence)
    return tuple(found)


def question_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where each question for the clinician begins and ends, without what leads up to it ("My hip hurts, and …") and without
    its mark; echoes of a few words that only repeat what was said are left out. Never raises.

    >>> [text[a:b] for text in ["My hip hurts, will I need an operation?"] for a, b in question_places(text)]
    ['will I need an operation']
    """
    places = []
    for match in _SENTENCE.finditer(text[:10_000]):
        sentence = match.group()
        said = sentence.translate(_APOSTROPHES).lower()
        if len(said) != len(sentence) or _LATER.search(said) or not _asks(
            " ".join(said.casefold().split())) or _QUOTED.search(said):
            continue
        first = _where_it_asks(said)
        if first is not None:
            body = sentence[first:].rstrip(" \t\r\n.!?…,")
            places.append((match.start() + first, match.start() + first + len(body)))
    return tuple(one for one in places if one[0] < one[1])


def _where_it_asks(said: str) -> int | None:
    """The place in a sentence that asks where the asking begins; None when it only repeats something."""
    for gap in _LEADS.finditer(said):
        rest = said[gap.end() :]
        led = _LEAD.match(rest)
        if _CHAT.match(rest) or led and _CHAT.match(rest[led.end() :]):
            continue
        if led and (_INVERTED.match(rest) or _ASKING.match(rest) and not _STATEMENT.match(rest)):
            return gap.end() + led.end()
    if _CHATTING.search(said) or _TOLD.match(said):
        return None
    if indirect := _INDIRECT.search(said):
        return indirect.start()
    first = _LEAD.match(said)
    return (first.end() if first else 0) if len(said.split()) > _REPEATS_MOST else None


_LEADS = re.compile(r"^\s*|[,;:–—]\s*|\b(?:and|but|so)\s+")
_LEAD = re.compile(_OPENERS)
_QUOTED = re.compile(r"\bsaid\b[\s,:]*[\"“”']")
_TOLD = re.compile(
    rf"^{_OPENERS}(?:i|i'm|i've|i am|they|he|she|we|my)\b(?!.*\b(?:ask|know|wonder\w*|questions?|should i|sure if)\b)")
_CHATTING = re.compile(
    r"\b(?:yourself|and you|how are you(?: doing)?|how have you been|the honest answer|what do you mean|do you mean)\W*$|"
    r"\b(?:want the honest|anything else)\b.*$")
_REPEATS_MOST = 3  # words; "In the family?"


def is_question(text: str) -> bool:
    """Whether any sentence of ``text`` asks something. Never raises."""
    return bool(questions_in(text))


def _asks(said: str) -> bool:
    if not said or _CHAT.match(said) or _IS_IT.match(said):
        return False
    if said.endswith("?"):
        tagged = _TAG.search(said)
        if tagged is None:
            return len(said.split()) > _ECHO_MOST or bool(_INVERTED.match(said) or _ASKING.match(said))
        said = said[: tagged.start()]
    return bool(_INVERTED.match(said) or _ASKING.match(said) and not _STATEMENT.match(said) or _INDIRECT.search(said))


# "What I like is …", "when I was young": clauses that begin with a question word and ask nothing.
_STATEMENT = re.compile(
    rf"^{_OPENERS}(?:what|when|where|who|how|why|which|whatever|whenever) (?:i|we|he|she|they|it|you|my|the|this|that|really|"
    rf"i'm|i've)\b"
)
