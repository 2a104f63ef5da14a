"""What goes wrong with reviewed content."""

from __future__ import annotations


class ContentError(ValueError):
    """Reviewed content is missing or malformed; the message names file and key."""
