"""Search in one language at a time: what is found; how words are compared is in the theme's scripts."""
