"""Scores against gold, and the gate."""
