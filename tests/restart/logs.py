"""Looks for what people said, and for their names, in every log of the running system."""

from __future__ import annotations

from running import Running

from bot.store import tables

SHORTEST = 12  # characters; shorter messages ("no", "Sleep") are also words of the programs


def words_in_logs(running: Running) -> list[str]:
    """What was found, as ``log: words``; nothing when all is well."""
    with running.house.units.reading() as unit:
        said = {text for (text,) in unit.session.query(tables.Inbox.text)}
        said |= {words for (words,) in unit.session.query(tables.Answer.words) if words}
        names = {name for (name,) in unit.session.query(tables.Patient.name)}
    pieces = {piece.strip() for text in said for piece in (text, *text.split("\n"))}
    wanted = {piece[:200] for piece in pieces if len(piece) >= SHORTEST} | names
    wanted |= {piece.encode("unicode_escape").decode() for piece in wanted}
    logs = {path.name: path.read_text(errors="replace") for path in running.system.logs.iterdir()}
    assert logs
    return [f"{name}: {words}" for name, text in logs.items() for words in wanted if words in text]
