"""Language packs: data a language, and what reads them."""
