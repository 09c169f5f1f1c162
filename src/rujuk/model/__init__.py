"""The nouns of Rujuk: frozen, slotted, keyword-only dataclasses over the standard library alone."""
