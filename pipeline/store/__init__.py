"""Fact -> files and databases."""
