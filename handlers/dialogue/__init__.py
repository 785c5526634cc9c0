"""Questions and the engine that replays a flow over the answers given so far."""
