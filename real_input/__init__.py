"""Real people's visits, played through the running system: what they said is what they answer.

Start it with ``python -m real_input --data FOLDER``; ``docs/real-input.md`` says what it does and what it reports.
"""
