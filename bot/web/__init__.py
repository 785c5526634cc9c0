"""Everything served over HTTP: webhooks, web chat, health and metrics."""
