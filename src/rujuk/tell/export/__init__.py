"""A dossier in the formats that others read; one file a format, `formats.py` lists them."""
