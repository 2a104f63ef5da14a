"""The sheet for other programs: the keys are the field names in :mod:`bot.summary.view`, and stay."""

from __future__ import annotations

import json

from bot.core.strict import to_plain
from bot.summary.view import SheetView

# Raised when a key is renamed or taken away; a new key leaves it as it is.
FORMAT = "paratoi.sheet/2"


def as_json(sheet: SheetView) -> str:
    """One JSON object with ``format`` and the fields of :class:`~bot.summary.view.SheetView`, ending in a newline."""
    return json.dumps({"format": FORMAT, **to_plain(sheet)}, ensure_ascii=False, indent=2) + "\n"
