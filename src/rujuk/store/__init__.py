"""What is remembered between runs: one SQLite file."""
