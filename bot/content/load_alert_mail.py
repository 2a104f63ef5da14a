"""Loads the words of the e-mail that tells a safety contact of a flag, and refuses what would say too much."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bot.content.errors import ContentError
from bot.content.read_yaml import read_yaml_file

FILE = Path(__file__).parent / "alert_mail.yml"
_KEYS = {"author", "date", "subject", "in_time", "late", "text", "try_subject", "try_text"}
# What each part may be filled with; a patient's name or words cannot be asked for.
_MAY_HOLD = {
    "subject": {"clinic"}, "in_time": {"until"}, "late": {"until"}, "text": {"clinic", "link", "when"},
    "try_subject": {"clinic"}, "try_text": {"clinic", "link"},
}
_MUST_HOLD = {"in_time": {"until"}, "late": {"until"}, "text": {"link", "when"}}
_PLACEHOLDER = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class AlertMailWords:
    """The parts of the e-mail."""

    subject: str
    in_time: str
    late: str
    text: str
    try_subject: str
    try_text: str

    def letter(self, clinic: str, link: str, until: str, late: bool) -> tuple[str, str]:
        """Subject and text.

        Args:
            until: by when it is to be acknowledged, as people of the clinic read it. late: that time is over.
        """
        when = (self.late if late else self.in_time).format(until=until)
        return _one_line(self.subject.format(clinic=clinic)), self.text.format(clinic=clinic, link=link, when=when)

    def first(self, clinic: str, link: str) -> tuple[str, str]:
        """Subject and text of an e-mail that only shows that e-mails arrive."""
        return _one_line(self.try_subject.format(clinic=clinic)), self.try_text.format(clinic=clinic, link=link)


def _one_line(text: str) -> str:
    return " ".join(text.split())  # a header is one line


def load_alert_mail(path: Path = FILE) -> AlertMailWords:
    """Read and check the file. Raises: ContentError."""
    data = read_yaml_file(path)
    if not isinstance(data, dict) or set(data) != _KEYS:
        raise ContentError(f"{path.name}: it must have exactly {', '.join(sorted(_KEYS))}")
    for key, allowed in _MAY_HOLD.items():
        found = set(_PLACEHOLDER.findall(str(data[key])))
        if wrong := (found - allowed) | (_MUST_HOLD.get(key, set()) - found):
            raise ContentError(f"{path.name}: {key} and {{{'}, {'.join(sorted(wrong))}}} do not go together")
    return AlertMailWords(**{key: str(data[key]) for key in _MAY_HOLD})
