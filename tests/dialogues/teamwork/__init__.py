"""Colleagues of one agency share the work: nobody does what another has begun, and nothing stays lying about."""
