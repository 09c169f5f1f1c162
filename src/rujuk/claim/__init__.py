"""Marks to claims: figures of the catalogue's measures, and statements."""
