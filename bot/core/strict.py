"""Frozen dataclasses to plain JSON values and back, refusing whatever does not fit."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


class StrictError(ValueError):
    """The plain value does not have the shape of the class; the message names the place."""


def to_plain(value: Any) -> Any:
    """Dataclasses become dicts, tuples lists, times ISO 8601 text; all else stays."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [to_plain(one) for one in value]
    return value.isoformat() if isinstance(value, datetime) else value


def from_plain(cls: type, plain: Any, place: str = "") -> Any:
    """Make a ``cls`` of what :func:`to_plain` wrote. A field may be missing only if it has a default.

    Raises: StrictError, or whatever ``cls`` itself raises for a value out of range.
    """
    place = place or cls.__name__
    if not isinstance(plain, dict):
        raise StrictError(f"{place} must be an object")
    known = {field.name: field for field in fields(cls)}
    if unknown := sorted(set(plain) - set(known)):
        raise StrictError(f"{place} has an unknown key: {', '.join(unknown)}")
    needed = {name for name, field in known.items() if field.default is MISSING and field.default_factory is MISSING}
    if missing := sorted(needed - set(plain)):
        raise StrictError(f"{place} lacks {', '.join(missing)}")
    hints = get_type_hints(cls)
    return cls(**{name: _read(hints[name], value, f"{place}.{name}") for name, value in plain.items()})


def _read(kind: Any, value: Any, place: str) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return _read_either(get_args(kind), value, place)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise StrictError(f"{place} must be a list")
        return tuple(_read(get_args(kind)[0], one, f"{place}[{n}]") for n, one in enumerate(value))
    if is_dataclass(kind):
        return from_plain(kind, value, place)
    if kind is datetime:
        return _read_time(value, place)
    # bool is an int to Python, but True is nobody's rank.
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise StrictError(f"{place} must be {kind.__name__}")
    return value


def _read_either(kinds: tuple[Any, ...], value: Any, place: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    others = [kind for kind in kinds if kind is not type(None)]
    if len(others) == 1:
        return _read(others[0], value, place)
    for kind in others:
        if type(value) is kind:
            return value
    raise StrictError(f"{place} must be {' or '.join(kind.__name__ for kind in others)}")


def _read_time(value: Any, place: str) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise StrictError(f"{place} must be a time in ISO 8601") from error
