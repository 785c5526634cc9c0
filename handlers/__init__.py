"""What the bot does for people: pure, synchronous and the same on every channel."""
