"""What of a work is shown: on pages in one language (`shown`), where there is room for one form (`view`)."""
