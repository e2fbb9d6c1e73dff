"""A citation, from the author's text to the page: grammar → style → page → markdown."""
