"""The vocabulary: Turtle, shapes, term constants, validation."""
