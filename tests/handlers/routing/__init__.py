"""Where complaints go."""
