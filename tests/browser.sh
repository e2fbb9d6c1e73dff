#!/usr/bin/env bash
# Print the path of a Chromium for the tests: CHROMIUM, the one on this machine, or one that is installed now.
# The shell without windows is the same engine, and a page in it costs three fifths of what it does in the browser.
# Usage: browser.sh PLAYWRIGHT
set -euo pipefail
playwright=$1

for candidate in "${CHROMIUM:-}" "$(command -v chromium-headless-shell || true)" \
  "$(command -v chromium || true)" "$(command -v chromium-browser || true)"; do
  if [ -n "$candidate" ] && [ -x "$candidate" ]; then
    echo "$candidate"
    exit 0
  fi
done

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing Debian's Chromium for the browser tests …" >&2
  install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1"; }
  { apt-get update -qq && { install chromium-headless-shell || install chromium; }; } >&2 && {
    command -v chromium-headless-shell || command -v chromium
    exit 0
  }
fi

echo "Installing Playwright's Chromium for the browser tests …" >&2
if "$playwright" install --only-shell chromium >&2; then
  # An empty answer lets Playwright take its own.
  echo ""
else
  echo "No browser for the tests: install Chromium, or name one: CHROMIUM=/path/to/chromium make test" >&2
  exit 1
fi
