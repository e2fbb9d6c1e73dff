"""A tab of Firefox and one of WebKit, asked and used in the same way.

Playwright, which drives Chromium for all other tests, drives no Firefox or WebKit but its own builds. Firefox
opens a socket itself (WebDriver BiDi), WebKit comes with a driver (WebDriver). Both take the same pointers
and keys, so that a tab has four things of its own: to go to an address, run a script, act, and have a size.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from websocket import WebSocket, create_connection

_LONGEST = 60  # in seconds; only what never comes is to fail
_STILL = 0.05  # in seconds; what stands still so long has come to rest, or is looked at again
_KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "ArrowDown": "\ue015",
    "Control": "\ue009",
    "Shift": "\ue008",
}
# The page has loaded and its scripts have run.
_READY = "document.readyState === 'complete' && document.querySelector('.js, iframe')"
# The middle of what is first and seen, where nothing lies over it.
_MIDDLE = """const [selector] = given;
  const one = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0);
  if (!one) return null;
  const isSeen = ({ top, bottom }) => top >= 0 && bottom <= innerHeight;
  if (!isSeen(one.getBoundingClientRect())) one.scrollIntoView({ block: "center", behavior: "instant" });
  const [box] = one.getClientRects();
  const place = [box.x + box.width / 2, box.y + box.height / 2].map(Math.floor);
  const hit = document.elementFromPoint(...place);
  return hit && (one.contains(hit) || hit.closest("a, button, label, summary") === one) ? place : null;"""


class Engine(Protocol):
    """What a tab of either engine does in its own way."""

    def go(self, address: str) -> None:
        """Open an address and wait until the page has loaded."""

    def run(self, body: str, given: list[Any]) -> Any:
        """Run the body of a function that calls its arguments `given`; return what it returns."""

    def act(self, sources: list[dict[str, Any]]) -> None:
        """Move pointers and press keys (WebDriver, 17)."""

    def resize(self, width: int, height: int) -> None:
        """Give the page a size in pixels of CSS, or its window, which is never narrower than its bar."""


class Tab:
    """One tab, in which one step follows another."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.faults: list[str] = []

    def ask(self, expression: str, *given: Any) -> Any:
        """Return what an expression is in the page; `given` are its arguments."""
        return self._engine.run(f"return {expression};", [*given])

    def until(self, expression: str, *given: Any) -> Any:
        """Wait until an expression holds, and return it; an element is true."""
        return self._await(f"const found = {expression}; return Boolean(found?.nodeType) || found;", *given)

    def _await(self, body: str, *given: Any) -> Any:
        end = time.monotonic() + _LONGEST
        # Between two pages there is nothing to ask.
        while not (found := self._engine.run(f"if (!document.body) return null; {body}", [*given])):
            assert time.monotonic() < end, f"never so: {body} with {given} at {self.ask('location.href')}"
            time.sleep(0.02)
        return found

    def open(self, address: str, width: int = 1280) -> None:
        """Open an address for the first time; its scripts have run when it is there."""
        self.hear()
        self._engine.resize(width, 800)
        self._engine.go("about:blank")
        self._engine.go(address)
        self.until(_READY)

    def hear(self) -> None:
        """Note what the page and those before it complained of, which is in the name of the window."""
        self.faults += self.ask("window.name").split("\n")[:-1]
        self.ask("window.name = ''")

    def press(self, *keys: str) -> None:
        """Press keys one after another; "Control+v" holds the first."""
        for key in keys:
            held = [_KEYS.get(one, one) for one in key.split("+")] if len(key) > 1 else [key]
            downs = [{"type": "keyDown", "value": one} for one in held]
            ups = [{"type": "keyUp", "value": one} for one in reversed(held)]
            self._engine.act([{"type": "key", "id": "keys", "actions": [*downs, *ups]}])

    def write(self, text: str) -> None:
        """Write a text by the keyboard where the focus is."""
        for sign in text:
            self.press(sign)

    def hover(self, selector: str, *, click: bool = False) -> None:
        """Point at the first of what is shown, once its page is ready and does not move it any more.

        Where a link has led to the page, or the page goes to a place on it, a click came too early or missed.
        """
        self.until(_READY)
        place = self._await(_MIDDLE, selector)
        time.sleep(_STILL)
        while (now := self._await(_MIDDLE, selector)) != place:
            place = now
            time.sleep(_STILL)
        x, y = place
        actions: list[dict[str, Any]] = [
            {"type": "pointerMove", "x": x - 1, "y": y - 1, "origin": "viewport"},
            {"type": "pointerMove", "x": x, "y": y, "origin": "viewport"},
        ]
        if click:
            actions += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}
        self._engine.act([mouse])

    def click(self, selector: str) -> None:
        """Click on the first of what is shown."""
        self.hover(selector, click=True)


class _Firefox:
    """Firefox by WebDriver BiDi, without a driver between."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._count = 0
        self._send("session.new", capabilities={})
        # The first window never has the focus where there is no screen, and so no key.
        self._context = self._send("browsingContext.create", type="window")["context"]

    def _send(self, method: str, **given: Any) -> Any:
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": given}))
        while (answer := json.loads(self._socket.recv())).get("id") != self._count:
            pass
        assert answer["type"] == "success", answer
        return answer["result"]

    def go(self, address: str) -> None:
        self._send("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def run(self, body: str, given: list[Any]) -> Any:
        # As text, since BiDi has a notation of its own for values.
        function = f"(() => {{ const given = {json.dumps(given)}; {body} }})()"
        answer = self._send(
            "script.callFunction",
            functionDeclaration=f"() => JSON.stringify({function} ?? null)",
            awaitPromise=False,
            target={"context": self._context},
            userActivation=False,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def act(self, sources: list[dict[str, Any]]) -> None:
        self._send("input.performActions", context=self._context, actions=sources)

    def resize(self, width: int, height: int) -> None:
        self._send(
            "browsingContext.setViewport", context=self._context, viewport={"width": width, "height": height}
        )


class _WebKit:
    """WebKit's GTK port by its driver."""

    def __init__(self, driver: str, options: dict[str, Any]) -> None:
        self._session = f"{driver}/session"
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._session += f"/{self._send('', wanted)['sessionId']}"

    def _send(self, command: str, given: dict[str, Any] | None) -> Any:
        data = None if given is None else json.dumps(given).encode()
        request = Request(self._session + command, data, method="DELETE" if given is None else "POST")  # noqa: S310
        try:
            with urlopen(request, timeout=_LONGEST) as answer:  # noqa: S310 -- our own machine
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(error.read().decode()) from None

    def go(self, address: str) -> None:
        self._send("/url", {"url": address})

    def run(self, body: str, given: list[Any]) -> Any:
        return self._send("/execute/sync", {"script": f"const given = arguments[0]; {body}", "args": [given]})

    def act(self, sources: list[dict[str, Any]]) -> None:
        self._send("/actions", {"actions": sources})

    def resize(self, width: int, height: int) -> None:
        self._send("/window/rect", {"x": 0, "y": 0, "width": width, "height": height})

    def end(self) -> None:
        """Close the window."""
        self._send("", None)


@contextmanager
def _process(*command: str, **settings: Any) -> Iterator[subprocess.Popen[str]]:
    """Start a program and end it."""
    with subprocess.Popen(command, text=True, **settings) as started:
        try:
            yield started
        finally:
            started.terminate()


@contextmanager
def firefox(program: str) -> Iterator[Tab]:
    """Open a tab of a Firefox that is new to everything and has no screen."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # It asks nothing of other machines.
        settings = {
            "app.update.enabled": False,
            "browser.safebrowsing.downloads.remote.enabled": False,
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "extensions.getAddons.cache.enabled": False,
            "network.captive-portal-service.enabled": False,
            "network.connectivity-service.enabled": False,
            "services.settings.server": "data:,#remote-settings-dummy/v1",
            "toolkit.telemetry.enabled": False,
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items()]
        (Path(profile) / "user.js").write_text("".join(lines), encoding="utf-8")
        command = (program, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile)
        with _process(*command, "about:blank", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as started:
            assert started.stderr
            said = []
            for told in started.stderr:
                said.append(told)
                if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", told):
                    break
            else:
                raise AssertionError("Firefox does not start: " + "".join(said))
            with closing(
                create_connection(f"{found[1]}/session", timeout=_LONGEST, suppress_origin=True)
            ) as line:
                yield Tab(_Firefox(line))


def _minibrowser() -> str:
    """Return the browser that comes with WebKit's driver, in a folder that has the name of its version."""
    folders = ("lib/*", "lib*", "libexec")
    found = [path for folder in folders for path in Path("/usr").glob(f"{folder}/webkit2gtk-4*/MiniBrowser")]
    assert found, "no MiniBrowser stands with WebKit's libraries"
    return str(max(found))


@contextmanager
def webkit(driver: str, screen: str) -> Iterator[Tab]:
    """Open a tab of WebKit on a screen that nobody sees."""
    reading, writing = os.pipe()
    command = (screen, "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
    with _process(*command, pass_fds=[writing], stderr=subprocess.DEVNULL), os.fdopen(reading) as number:
        os.close(writing)
        display = number.readline().strip()
        assert display, "no screen starts"
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        settings = {"DISPLAY": f":{display}", "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}
        with _process(driver, f"--port={port}", env={**os.environ, **settings}):
            _wait_for(port)
            opened = _WebKit(f"http://127.0.0.1:{port}", {"binary": _minibrowser(), "args": ["--automation"]})
            try:
                yield Tab(opened)
            finally:
                opened.end()


def _wait_for(port: int) -> None:
    """Wait until a program listens."""
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.02)
    raise AssertionError("WebKit's driver does not start")
