"""What the bot does for people, without channels."""
