"""One record in, one format out; all of them are made from the same view."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from bot.core.sheet_record import SheetRecord
from bot.summary.as_html import as_document, as_fragment
from bot.summary.as_json import as_json
from bot.summary.as_text import as_text
from bot.summary.build import build

FORMATS = ("text", "html", "json")


class SheetFormats:
    """``css`` is the style sheet a document of its own carries within it."""

    def __init__(self, css: Path) -> None:
        self._css = css

    def render(self, record: SheetRecord, format: str) -> str:
        """The sheet as ``text``, ``html`` (a whole document) or ``json``.

        Raises: ValueError for another format.
        """
        view = build(record)
        if format == "text":
            return as_text(view)
        if format == "html":
            return as_document(view, self._css.read_text(encoding="utf-8"))
        if format == "json":
            return as_json(view)
        raise ValueError(f"the format {format!r} is not one of {', '.join(FORMATS)}")

    def fragment(self, record: SheetRecord, csrf: str) -> Markup:
        """The sheet for the clinician's page, with the forms that ``csrf`` allows."""
        return as_fragment(build(record), csrf)
