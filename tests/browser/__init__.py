"""The web chat in Chromium, as people use it."""
