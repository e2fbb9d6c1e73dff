"""The review into which papers are imported in tests."""

from __future__ import annotations

SETTINGS = """site_name: S
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: kk, name: Қазақша, default: true}
        - {locale: en, name: English}
  - sholu
"""
