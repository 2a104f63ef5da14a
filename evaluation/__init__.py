"""The published figures: what is measured, on which rows, and the page they are written to."""
