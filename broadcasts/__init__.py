"""The city speaks first: announcements, their approval, audience and delivery."""
