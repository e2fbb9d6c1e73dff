"""What a build need not hold, nor look through, to its end."""

import subprocess
import sys
from pathlib import Path

HOOK = """
import sys
from sholu.site.memory import leave_to_the_system

class InCircle:
    def __init__(self):
        self.own = self
    def __del__(self):
        print("taken apart")

circle, left_open = InCircle(), open(sys.argv[1], "w")
left_open.write("to its end")
detached = open(sys.argv[1] + ".2", "w")
beneath = detached.detach()
leave_to_the_system()
"""


def test_what_a_build_holds_is_not_taken_apart_when_the_program_ends(processes: None, tmp_path: Path) -> None:
    """It takes a third of a second after a build of 300 pages; a file that a hook left open is written."""
    file = tmp_path / "left-open.txt"
    command = (sys.executable, "-c", HOOK, str(file))
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) == ("", "")
    assert file.read_text() == "to its end"


LOADED = """
import gc, sys
from sholu.site.memory import pass_over_programs

pass_over_programs()
at_first = gc.get_freeze_count()
kept = [[] for _ in range(1_000)]
pass_over_programs()
print(at_first > 10_000, gc.get_freeze_count() <= at_first)
"""


def test_programs_alone_are_passed_over_not_what_builds_leave(processes: None) -> None:
    """A server builds again and again: what one build leaves would be held to the end if it were frozen."""
    ended = subprocess.run((sys.executable, "-c", LOADED), capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["True", "True"]
