"""Recorded payloads of the providers."""
