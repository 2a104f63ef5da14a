"""Measures Paratoi beside the bot that ``rasa init`` makes, on the same machine and in one run."""
