"""Limits for each sender, never for the city as a whole; emergencies always pass."""
