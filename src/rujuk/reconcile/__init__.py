"""Claims of a story to findings: align, origins, compare, verdict, explain."""
