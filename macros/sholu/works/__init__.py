"""What of a work is shown: on pages in one language (`shown`), and where there is room for one form (`view`)."""
