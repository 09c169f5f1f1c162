"""Addresses to bytes: polite, bounded, checked; the only room that opens a connection or reads a clock."""
