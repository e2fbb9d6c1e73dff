"""Waits in a page for what comes by and by."""

from __future__ import annotations

import json

from playwright.sync_api import Page

LONGEST = 60_000  # in milliseconds; only what never comes is to fail


def until(page: Page, condition: str, argument: object = None) -> None:
    """Wait until an expression of JavaScript holds in a page; `argument` is its `given`.

    Playwright's own `wait_for_function` evaluates its words in the page, which the policy of ours forbids.
    """
    page.evaluate(
        f"""given => new Promise((done, fail) => {{
          const end = performance.now() + {LONGEST};
          const look = async () => {{
            if (await ({condition})) done(true);
            else if (performance.now() > end) fail(new Error({json.dumps(condition)} + " never holds"));
            else requestAnimationFrame(look);
          }};
          look();
        }})""",
        argument,
    )


def until_at_rest(page: Page) -> None:
    """Wait until a page that has loaded has nothing else to do, and has drawn what it is.

    Playwright's "networkidle" is half a second in which nothing came, each time.
    """
    page.evaluate(
        "() => new Promise(done => requestIdleCallback("
        "() => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )


def until_still(page: Page) -> None:
    """Wait until a page has stopped to scroll and to move what stands on it."""
    page.evaluate("""async () => {
      const frame = () => new Promise(requestAnimationFrame);
      for (let calm = 0, was = ''; calm < 5; ) {
        await Promise.allSettled(document.getAnimations()
          .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
          .map((one) => one.finished));
        await frame();
        const now = [scrollX, scrollY, document.documentElement.scrollHeight].join();
        calm = now === was ? calm + 1 : 0;
        was = now;
      }
    }""")
