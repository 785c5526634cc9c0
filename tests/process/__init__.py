"""The whole program as processes that are killed and stopped while citizens are talking to it."""
