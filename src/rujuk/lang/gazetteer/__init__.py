"""Gazetteers that serve every language: places of the world, words that are people's names."""
