"""Findings to what people read: timeline, alerts, page, tables, terminal."""
