"""Readers of sources: each turns one format into frozen records."""
