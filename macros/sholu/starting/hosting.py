"""The files with which a host checks and publishes a review, each written for what the review is.

They stand in `hosts/` as they are written, but for words that begin with `$`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template

from sholu.languages import language
from sholu.languages.scripts import parts
from sholu.publication.files import name_of
from sholu.publication.fonts import extra_of
from sholu.starting.plan import Plan

TEMPLATES = Path(__file__).parent / "hosts"
# What WeasyPrint needs of Debian and Ubuntu.
_PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
# Sholu brings letters for these scripts; for the others a host has no fonts of its own.
_OWN_SCRIPTS = frozenset({"Latn", "Cyrl"})


def hosting_files(plan: Plan) -> dict[str, str]:
    """Return the files of the host that was chosen: path → text."""
    makes_pdf = "pdf" in plan.files
    packages = " ".join((_PANGO, *_fonts(plan)))
    domain = f"https://{plan.domain}/" if plan.domain else ""
    # A domain of one's own is the same file for the host as for the review.
    named = {"docs/CNAME": f"{plan.domain}\n"} if plan.domain and plan.host == "github" else {}
    if plan.host == "github":
        install = f"sudo apt-get update && sudo apt-get install --yes --no-install-recommends {packages}"
        words = {
            "and_files": f" and its {' and '.join(plan.files).upper()}" if plan.files else "",
            "system": f"      - run: {install}\n" if makes_pdf else "",
            "site_url": domain or "${{ needs.address.outputs.site_url }}",
        }
        return {
            ".github/workflows/check.yml": _filled("check.yml", words),
            ".github/workflows/publish.yml": _filled("publish.yml", words),
            **named,
        }
    if plan.host == "gitlab":
        install = f"apt-get update && apt-get install --yes --no-install-recommends {packages}"
        words = {
            "system": f"  - {install}\n" if makes_pdf else "",
            "address": domain or "$CI_PAGES_URL/",
        }
        return {".gitlab-ci.yml": _filled("gitlab-ci.yml", words)}
    if plan.host == "netlify":
        return {"netlify.toml": _filled("netlify.toml", {"address": domain or "$URL/"})}
    if plan.host == "cloudflare":
        return {"wrangler.toml": _filled("wrangler.toml", {"name": name_of(plan.title, plan.first)})}
    return {}


def _fonts(plan: Plan) -> tuple[str, ...]:
    """Name the packages of Debian and Ubuntu that hold the letters of languages for which no extra does."""
    written = {language(code).script for code in plan.languages}
    scripts = {part for one in written if not extra_of(one) for part in parts(one)} - _OWN_SCRIPTS
    return ("fonts-noto-core",) if scripts else ()


def _filled(name: str, words: dict[str, str]) -> str:
    return Template(_template(name)).substitute(words)


@cache
def _template(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")
