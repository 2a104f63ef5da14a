"""The sheet as HTML: the part that stands on the clinician's page, or a document of its own."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.summary import words
from bot.summary.build_change import shown_rows
from bot.summary.view import SheetView

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)
_templates.globals.update(words=words, shown_rows=shown_rows)


def as_fragment(sheet: SheetView, csrf: str | None = None) -> Markup:
    """The sheet alone. With ``csrf``, a flag nobody has acknowledged gets the form to do so."""
    return Markup(_templates.get_template("sheet.html").render(sheet=sheet, csrf=csrf))


def as_document(sheet: SheetView, css: str) -> str:
    """A page that needs no other file, for printing or keeping; ``css`` is the sheet's own style sheet."""
    return _templates.get_template("document.html").render(sheet=sheet, csrf=None, css=Markup(css))
