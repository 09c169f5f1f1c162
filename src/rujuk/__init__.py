"""Rujuk: who says what, on whose word, and whether the reports hold together."""
