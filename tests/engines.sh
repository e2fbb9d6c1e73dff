#!/usr/bin/env bash
# Print what `make browsers` needs as settings of the environment: Firefox, WebKit's driver, its browser and a screen.
# Each is the one that is named, the one on this machine, or the one that is installed now.
set -euo pipefail

# $1: the name of the setting; the others: where the program may be.
find_one() {
  local name=$1 candidate
  shift
  for candidate in "${!name:-}" "$@"; do
    candidate=$(command -v "$candidate" 2>/dev/null || true)
    # Where Firefox is a snap, Ubuntu has a script of this name that only says so.
    if [ -n "$candidate" ] && [ -x "$candidate" ] && ! grep -qs "snap install" "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

find_all() {
  # No snap: what it may read is not ours to say.
  firefox=$(find_one FIREFOX firefox-esr firefox) || missing+=(firefox-esr)
  driver=$(find_one WEBKIT_DRIVER WebKitWebDriver) || missing+=(webkit2gtk-driver)
  screen=$(find_one XVFB Xvfb) || missing+=(xvfb)
}

missing=()
find_all
if [ ${#missing[@]} -gt 0 ]; then
  "$(dirname "$0")/../requirements/debian.sh" --no-install-recommends "${missing[@]}" || true
  missing=()
  find_all
fi
if [ ${#missing[@]} -gt 0 ]; then
  echo "Not all that is tried is here: install ${missing[*]} (so called in Debian)," \
    "or name it: FIREFOX=… WEBKIT_DRIVER=… XVFB=… make browsers" >&2
  exit 1
fi
printf 'FIREFOX=%q WEBKIT_DRIVER=%q XVFB=%q\n' "$firefox" "$driver" "$screen"
