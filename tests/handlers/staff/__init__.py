"""What staff do, and what they get to see."""
