"""Corrections by a person: the file in which somebody decides on what was read, and what becomes of the records."""
