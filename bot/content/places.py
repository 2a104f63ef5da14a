"""Places that are parts of a country: they have helplines of their own and share the country's rules."""

from __future__ import annotations


def country_of(place: str) -> str:
    """``uk`` for ``uk-scotland``; a place whose name has no dash is its own country."""
    return place.partition("-")[0]
