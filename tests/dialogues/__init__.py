"""What people say and hear, from the first word to the last, on every channel."""
