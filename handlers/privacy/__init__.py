"""What people are told about their data, and whose it is on which channel."""
