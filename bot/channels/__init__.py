"""One thin adapter per channel: payload to Inbound, Outgoing to request, and the sending of it."""
