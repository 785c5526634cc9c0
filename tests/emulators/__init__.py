"""Providers on loopback: small real servers that check what they are sent."""
