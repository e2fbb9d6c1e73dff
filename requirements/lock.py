"""Make the lock files from pyproject.toml: every package with the hashes of its files, no index address."""

import subprocess
import sys
import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent
COMMON = (
    "--quiet", "--generate-hashes", "--strip-extras", "--allow-unsafe", "--no-header", "--no-annotate",
    "--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host", "--no-emit-options",
    "--newline=lf",
)  # fmt: skip


def lock(name: str, wanted: list[str]) -> None:
    """Write requirements/<name>.txt for what is wanted and all that it needs."""
    output = f"--output-file={FOLDER / name}.txt"
    command = (sys.executable, "-m", "piptools", "compile", *COMMON, output, "-")
    subprocess.run(command, input="\n".join(wanted), text=True, check=True)


if __name__ == "__main__":
    settings = tomllib.loads((FOLDER.parent / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]
    site = [*settings["project"]["dependencies"], *groups["build"]]
    files = settings["project"]["optional-dependencies"]["files"]
    lock("site", site)
    lock("files", [*site, *files])
    lock("test", [*site, *files, *groups["test"]])
