"""Tests of the channels: what comes in, what goes out, what goes wrong."""
