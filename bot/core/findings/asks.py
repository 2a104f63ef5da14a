"""Whether somebody asks something that is meant for the clinician, with or without a question mark."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^.!?\n…]+[.!?\n…]*")
_APOSTROPHES = str.maketrans("’‘`´", "''''")
_OPENERS = (
    r"(?:(?:and|but|so|or|um|uh|er|oh|well|okay|ok|hmm|yes|yeah|no|also|then|now|like|just|please|doctor|doc|doc,|sorry|hey|hi|hello|hiya|"
    r"i mean|the other thing is|one question|another question|my question is|question)[\s,:]+)*"
)
_SUBJECT = (
    r"(?:i|we|he|she|it|they|you|my|the|this|that|these|those|there|your|an?|anyone|anybody|somebody|someone|"
    r"anything|something|\w+ing)"
)
_INVERTED = re.compile(
    rf"^{_OPENERS}(?:is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|must|has|have|had|isn't|"
    rf"aren't|don't|doesn't|"
    rf"didn't|can't|couldn't|won't|wouldn't|shouldn't|haven't|hasn't|is n't|do n't|ca n't|dont|cant|wont) {_SUBJECT}\b"
)
_ASKING = re.compile(
    rf"^{_OPENERS}(?:(?:what|when|where|which|who|whose|why|how)(?:'s|s|'re|'d|'ll)?(?: (?:else|exactly|about|come|if|much|"
    rf"many|long|often|soon|bad|serious|"
    rf"likely|safe|far|kind of|sort of|type of|time|else) ?\w*)?(?: \w+){{0,3}}? (?:is|are|am|was|were|do|does|did|can|could|"
    rf"will|would|should|shall|may|might|has|have|"
    rf"had)\b|(?:what|how) (?:about|if|come)\b|(?:what|how|where|when|who|why)(?:'s|'re|'ll|s) (?:the|my|that|this|it|wrong|"
    rf"next|a|going|there))"
)
_INDIRECT = re.compile(
    r"\b(?:(?:want|wanted|like|need|love|going|meaning|have|got|wish) to (?:ask|know|find out)|wonder(?:ing|ed)? (?:if|"
    r"whether|what|why|how|when|about|which)|"
    r"(?:can|could|will|would) you (?:please )?(?:tell|explain|show|let me|help|check|give|write|prescribe|refer|do|look|"
    r"refill|renew|send|remind|say)|"
    r"(?:my|a|one|another|some|few|the|have|got) (?:question|questions)\b(?! (?:before|already))|"
    r"(?:don't|do not|dont|do n't) (?:know|understand) (?:if|whether|why|what) (?:i (?:should|can|need|have to|am allowed|"
    r"could|ought)|(?:it's|it is) safe|these|this|it's ok)|"
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


def is_question(text: str) -> bool:
    """Whether any sentence of ``text`` asks something. Never raises."""
    return bool(questions_in(text))


def _asks(said: str) -> bool:
    if not said or _CHAT.match(said):
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
