"""Measures what is understood against rows that people labelled. Every figure is counted here; nothing is tuned here."""
