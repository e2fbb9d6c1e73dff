#!/usr/bin/env bash
# See that there is Java, by which EPUBCheck runs; where packages of Debian can be installed, install it.
set -euo pipefail

if java -version >/dev/null 2>&1; then
  exit 0
fi
if ! "$(dirname "$0")/../requirements/debian.sh" default-jre-headless; then
  echo "No Java for EPUBCheck, which checks the EPUB files: install it (Debian, Ubuntu: apt install default-jre-headless)" >&2
  exit 1
fi
