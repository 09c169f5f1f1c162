"""Language-free text tools."""
