"""What is for a screen alone is no part of plain Markdown."""

from __future__ import annotations

import pytest
from sholu.publication.site_only import without_site_only

PAGE = """# Page {.site-only}

Kept.

## Out {#out .site-only}

Gone.

```
## No heading
```

### Below it

Gone too.

## In

Kept again.

### Inner {.site-only}

Gone.

#### Deeper {.site-only}

Gone.

### Next

Kept.

# Other

End."""


def test_a_section_goes_with_its_heading() -> None:
    """Up to the next of its rank or above; the title of a page is no section of it."""
    assert without_site_only(PAGE) == (
        "# Page {.site-only}\n\nKept.\n\n## In\n\nKept again.\n\n### Next\n\nKept.\n\n# Other\n\nEnd."
    )


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("A\n\nB\nC\n{: .site-only}\n\nD", "A\n\n\nD"),
        ("B\n  {.site-only #a}", ""),
        ("A [link](b.md){.site-only} B", "A  B"),
        ("A [link]{.site-only} **b**{.site-only} *c*{.site-only} `d`{: .site-only} E", "A     E"),
        ("A [link](b.md){.other} B", "A [link](b.md){.other} B"),
        ('A <span class="site-only">b</span> C', "A C"),
        ("A <div class='x site-only y' id=z>b <b>c</b>\n</div> C", "A C"),
        ("A <em class=site-only>b</em><p>c</p>", "A<p>c</p>"),
        ('A <span class="site-onlyx">b</span>', 'A <span class="site-onlyx">b</span>'),
        ("```\nA\n{.site-only}\n```\nB", "```\nA\n{.site-only}\n```\nB"),
        ("~~~~\n```\n## A {.site-only}\n~~~~\n## B {.site-only}\nC", "~~~~\n```\n## A {.site-only}\n~~~~"),
        ("A", "A"),
    ],
)
def test_a_block_or_words_go_by_what_stands_behind_them(typed: str, left: str) -> None:
    """As `attr_list` has it, or by the class of an element; in code it is a word like others."""
    assert without_site_only(typed) == left
