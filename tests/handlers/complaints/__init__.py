"""What happens to complaints, away from any chat."""
