"""Bytes to Report: sources, HTML, plain text, head data, dates."""
