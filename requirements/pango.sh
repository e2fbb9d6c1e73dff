#!/usr/bin/env bash
# See that WeasyPrint finds Pango; where packages of Debian can be installed, install it. Elsewhere WeasyPrint's
# door (macros/sholu/publication/pdf.py) says what to install.
# Usage: pango.sh PYTHON
set -euo pipefail
python=$1

if "$python" -W ignore -c "import weasyprint" >/dev/null 2>&1; then
  exit 0
fi
"$(dirname "$0")/debian.sh" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || true
