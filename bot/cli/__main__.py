"""``python -m bot.cli`` is the same as ``paratoi``."""

from bot.cli.app import main

main()
