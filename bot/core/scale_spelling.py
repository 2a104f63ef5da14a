"""Number words from zero to ten as they are also spelt: slips of the finger, drawn as heard, in dialect."""

from __future__ import annotations

_ALSO_SPELT = {
    "nowt": "zero",
    "zilch": "zero",
    "nada": "zero",
    "sxi": "six",
    "isx": "six",
    "wto": "two",
    "etn": "ten",
    "teb": "ten",
    "tem": "ten",
    "oen": "one",
    "wan": "one",
    "yin": "one",
    "twa": "two",
    "tow": "two",
    "fife": "five",
    "siks": "six",
    "sixx": "six",
    "saxt": "six",
    "sevan": "seven",
    "svn": "seven",
    "seveb": "seven",
    "aight": "eight",
    "eit": "eight",
    "nein": "nine",
    "tenn": "ten",
    "tne": "ten",
    "niner": "nine",
    "noine": "nine",
    "foive": "five",
    "fower": "four",
    "sax": "six",
    "seeven": "seven",
}
# A German "no", a rope: a number only where something else says that a score is meant ("nein out of ten").
OTHER_WORDS = frozenset({"nein", "tow"})
_NOT_A_SLIP = frozenset(
    """
    for fur our fou fore fie five ive ice even seen eve seve thee tree there here hee see ten tern hero zer ero ine inne nie
    wine sight ight sever
    ofur trhee theer
""".split()
)


def _slips(word: str) -> set[str]:
    """The word with one letter left out, doubled or swapped with the next."""
    places = range(len(word))
    return (
        (
            {word[:i] + word[i + 1 :] for i in places}
            | {word[:i] + word[i] + word[i:] for i in places}
            | {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in places[:-1]}
        )
        - {word}
        - _NOT_A_SLIP
    )


_BESIDE = {  # on the keyboard
    "e": "wrsd", "i": "uojk", "g": "fhtvb", "h": "gjybn", "t": "ryfg", "s": "awedzx", "v": "cbfg", "n": "bhjm", "r": "etdf",
}  # fmt: skip


def _beside(word: str) -> set[str]:
    """The word with one letter struck beside its key."""
    struck = {word[:i] + key + word[i + 1 :] for i, letter in enumerate(word) for key in _BESIDE[letter]}
    return struck - {"right", "sight", "wight", "threw", "sever", "tight", "fight", "mine", "none"}


def _vowels(word: str) -> set[str]:
    """The word with other vowels, as it is heard ("sivin")."""
    spelt = {""}
    for letter in word:
        spelt = {one + other for one in spelt for other in ("aeiou" if letter in "aeiou" else letter)}
    return spelt - {word}


MISSPELT = (
    {slip: word for word in ("zero", "three", "four", "five", "seven", "eight", "nine") for slip in sorted(_slips(word))}
    | {slip: word for word in ("three", "seven", "eight", "nine") for slip in sorted(_beside(word))}
    | {slip: "seven" for slip in sorted(_vowels("seven"))}
    | _ALSO_SPELT
)
# Words that lead to a score, as they slip: "i thnk 7".
_LEADS = (
    "think", "would", "maybe", "probably", "about", "around", "guess", "suppose", "reckon", "really", "definitely",
    "honestly",
)  # fmt: skip
_OTHER_LEADS = frozenset("thin hink round bout abut gues wold ould eckon".split())
LEAD_MISSPELT = {slip: word for word in _LEADS for slip in sorted(_slips(word) - _OTHER_LEADS)} | {"mabey": "maybe"}
