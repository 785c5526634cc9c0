"""The whole program as it is run: in a process of its own, beside providers on loopback and people who talk to it."""
