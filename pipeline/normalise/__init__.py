"""Relation -> Fact: values a database can use."""
