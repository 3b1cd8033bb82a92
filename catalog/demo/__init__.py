"""A catalogue that is drawn, not photographed: an ordinary folder to import, the same one every time."""
