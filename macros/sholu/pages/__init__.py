"""How a page is read: what Sholu adds to the reader of Markdown itself, whatever stands on the page."""
