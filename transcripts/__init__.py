"""Ten invented people's conversations, had with the running system and written down as they went.

Start it with ``python -m transcripts``; ``docs/conversations/README.md`` says what it makes.
"""
