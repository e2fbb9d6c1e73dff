"""Translations kept in step: the blocks of a page, whether its versions agree, which of them are behind."""
