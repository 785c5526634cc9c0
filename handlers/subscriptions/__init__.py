"""Whether and about what the city may write to somebody unasked."""
