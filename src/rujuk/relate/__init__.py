"""Reports to reports: duplicates, passage reuse, stories."""
