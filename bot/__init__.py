"""The process and the outside world: configuration, channels, web, sender and scheduler."""
