"""What the city's staff do by command and button."""
