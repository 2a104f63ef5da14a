"""The person's own order of what matters. Nothing here is ever re-ranked by us."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.answers import Answer, State
from bot.core.preparation import Item, Preparation


def ranks_to_ask(preparation: Preparation, most: int) -> int:
    """How many ranks have to be asked: with ``most`` items or fewer the last place needs no question."""
    count = len(preparation.items())
    return most if count > most else max(count - 1, 0)


def ranked(preparation: Preparation, most: int) -> tuple[Item, ...]:
    """The items in the order the person gave, first things first; empty when they gave none.

    A rank that points at a removed item, or at one ranked before, does not count and is asked again.
    One item alone is the priority without being asked.
    """
    items = preparation.items()
    if len(items) == 1:
        return items
    chosen: list[Item] = []
    for rank in range(1, ranks_to_ask(preparation, most) + 1):
        item = chosen_for(preparation, rank, chosen)
        if item is None:
            return tuple(chosen)
        chosen.append(item)
    rest = [item for item in items if item not in chosen]
    return tuple(chosen + rest) if len(items) <= most else tuple(chosen)


def chosen_for(preparation: Preparation, rank: int, before: list[Item]) -> Item | None:
    """The item put at ``rank`` (1 is first), unless it is gone or stands among those ``before``."""
    value = preparation.value(f"priority:{rank}")
    item = preparation.item(value) if isinstance(value, int) else None
    return None if item in before else item


def set_order(p: Preparation, order: list[int], most: int, inbox_id: str, now: datetime) -> Preparation:
    """Put the items with these numbers first, in this order. Ranks beyond the list, or beyond ``most``, are dropped."""
    gone = tuple(ref for ref in p.answers if ref.startswith("priority:"))
    before = {ref: p.answers[ref] for ref in gone}
    p = p.without(*gone)
    for rank, number in enumerate(order[:most], start=1):
        item = p.item(number)
        if item is None:
            continue
        ref = f"priority:{rank}"
        earlier = before.get(ref)
        same = earlier is not None and earlier.value == number
        p = p.keep(earlier if same and earlier else Answer(
            ref, State.ANSWERED, item.words, number, inbox_id, now, p.speaker))
    for ref, earlier in before.items():
        if not p.said(ref) and not earlier.answered:  # a place they left out stays left out
            p = p.keep(earlier)
    return replace(p, misses=0)


def put_at(p: Preparation, number: int, place: int, most: int, inbox_id: str, now: datetime) -> Preparation:
    """Move one item to ``place`` (1 is first); the others keep their order, and below the last place the next moves up."""
    before = [item.number for item in ranked(p, most)]
    order = [one for one in before if one != number]
    if place > most:
        order += [item.number for item in p.items() if item.number not in before][:1]
    else:
        order.insert(max(0, min(place - 1, len(order))), number)
    return set_order(p, order, most, inbox_id, now)


def take_out(p: Preparation, item: Item, most: int, inbox_id: str, now: datetime) -> Preparation:
    """Take one item out; those behind it move up, in the order the person gave them."""
    order = [one.number for one in ranked(p, most) if one.number != item.number]
    asked = any(ref.startswith("priority:") for ref in p.answers)
    p = p.keep(replace(item.answer, state=State.REMOVED, inbox_id=inbox_id, at=now))
    return set_order(p, order, most, inbox_id, now) if asked and len(p.items()) > 1 else p


def freeze_order(p: Preparation, most: int, inbox_id: str, now: datetime) -> Preparation:
    """Write down the order as it stands, the place nobody had to be asked for among them, before the list grows."""
    return set_order(p, [item.number for item in ranked(p, most)], most, inbox_id, now)
