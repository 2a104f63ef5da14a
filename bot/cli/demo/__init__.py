"""The demo clinic: invented people, played through the real chat API so that no page is empty."""
