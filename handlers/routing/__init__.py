"""Where complaints go: what the city has laid down, and what its own history suggests."""
