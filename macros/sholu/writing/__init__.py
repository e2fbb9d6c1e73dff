"""What helps while one writes and translates: works found by their words, files for translators' programs."""
