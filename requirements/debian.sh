#!/usr/bin/env bash
# Install packages of Debian or Ubuntu as root, or as the user of a machine of CI, who may become root.
# Usage: debian.sh PACKAGE...
set -euo pipefail

root=()
if [ "$(id -u)" != 0 ]; then
  if [ -z "${CI:-}" ] || ! sudo -n true 2>/dev/null; then
    exit 1
  fi
  root=(sudo -n)
fi
command -v apt-get >/dev/null
echo "Installing $* …" >&2
"${root[@]}" apt-get update -qq >&2
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >&2
