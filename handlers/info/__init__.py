"""What citizens ask: finding the answer that the city has given, however the question is typed."""
