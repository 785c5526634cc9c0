"""The web application: webhooks, the web chat, health and metrics."""
