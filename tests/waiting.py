"""Waits in a page for what comes by and by."""

from __future__ import annotations

import json

from playwright.sync_api import Page

_LONGEST = 60_000  # in milliseconds; only what never comes is to fail


def until(page: Page, condition: str, argument: object = None) -> None:
    """Wait until an expression of JavaScript holds in a page; `argument` is its `given`.

    Playwright's own `wait_for_function` evaluates its words in the page, which the policy of ours forbids.
    """
    page.evaluate(
        f"""given => new Promise((done, fail) => {{
          const end = performance.now() + {_LONGEST};
          const look = async () => {{
            if (await ({condition})) done(true);
            else if (performance.now() > end) fail(new Error({json.dumps(condition)} + " never holds"));
            else requestAnimationFrame(look);
          }};
          look();
        }})""",
        argument,
    )
