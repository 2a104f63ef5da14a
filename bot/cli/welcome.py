"""What ``paratoi run`` shows once it can answer: where to go, and with what."""

from __future__ import annotations

import json

from rich.markup import escape
from rich.table import Table

from bot.cli import console
from bot.config import Settings

DEMO_FILE = "demo.json"
_LOOK = {"title_justify": "left", "box": None, "padding": (0, 2, 0, 0), "show_edge": False}


def show_demo(settings: Settings) -> str:
    """Show the demo's links and logins. Returns the link to try first."""
    demo = json.loads((settings.data_dir / DEMO_FILE).read_text())
    people = Table(title="Chat links, one for each invented person", **_LOOK)
    for person in demo["patients"]:
        # One above the other: a link must stay in one piece to be clicked, and terminals are narrow.
        people.add_row(
            f"[bold]{escape(person['name'])}[/bold]  {escape(person['state'])}\n[cyan]{person['link']}[/cyan]"
        )
    staff = Table("For", "User", "Password", "Address", title="Pages for staff", **_LOOK)
    for who, label in (("clinician", "clinician"), ("programme", "programme team")):
        staff.add_row(label, demo[who]["user"], demo[who]["password"], f"[cyan]{demo[who]['url']}[/cyan]")
    for table in (people, staff):
        console.out.print()
        console.out.print(table, no_wrap=True, crop=False, overflow="ignore")
    first = demo["patients"][0]["link"]
    console.out.print(f"\n[bold]Try it:[/bold]         {first}")
    console.out.print(f"In a terminal:  paratoi chat {first}")
    console.out.print("Let days pass:  paratoi clock forward 3d")
    console.out.print(f"\nAll of this is also in {settings.data_dir / DEMO_FILE}. Ctrl-C stops everything.\n")
    return first


def show_plain(settings: Settings) -> None:
    """Show where the pages are, and how to invite people."""
    console.out.print(f"\nPages for staff:  {settings.public_url}/staff")
    console.out.print("Invite people:    paratoi invite people.csv")
    console.out.print("What is missing:  paratoi doctor")
    if not settings.telegram_token:
        console.out.print("Telegram is off:  set TELEGRAM_BOT_TOKEN to turn it on")
    console.out.print("\nCtrl-C stops everything.\n")
