"""What mkdocs.yml asks for in vain: languages, romanizations and files that there are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from sholu.bibliography.library import Library
from sholu.composing import line_of_setting
from sholu.languages import OWN_FOLDER, languages_with_systems, systems_of
from sholu.problems import Place, Problem, errors, nearest
from sholu.problems.telling import problem
from sholu.review.choices import CitationChoice
from sholu.review.locating import located
from sholu.review.paths import shown_path
from sholu.review.settings import FILES, SETTINGS_FILE, Settings, UnreadableReviewError
from sholu.values import replace

_OF_DATA = (".yml", ".yaml", ".bib", ".txt")
# Words that a spelling dictionary does not know.
WORDS_FILE = "data/words.txt"
# No work has the key of a citation.
_NO_WORK = frozenset({"C001", "C053"})


def foreign_choices(settings: Settings) -> Iterator[Problem]:
    """Report how languages cite that the review does not have: nobody would miss what they say."""
    for code, choice in settings.choices.items():
        # Names in any language may be written in Latin letters.
        if code not in settings.codes and replace(choice, romanization="") != CitationChoice():
            near, known = nearest(code, settings.codes), ", ".join(settings.codes)
            yield problem(
                "S021", Place(SETTINGS_FILE), option="citations", language=code, near=near, known=known
            )


def known_systems(
    choices: Mapping[str, CitationChoice],
) -> tuple[Mapping[str, CitationChoice], tuple[Problem, ...]]:
    """Take romanizations that there are not out of the choices of languages, and report them."""
    faults = {
        code: choice.romanization
        for code, choice in choices.items()
        if choice.romanization and choice.romanization not in systems_of(code)
    }
    problems = [_no_system(code, system) for code, system in faults.items()]
    known = {
        code: replace(choice, romanization="") if code in faults else choice
        for code, choice in choices.items()
    }
    return known, tuple(problems)


def _no_system(code: str, system: str) -> Problem:
    systems = systems_of(code)
    told = {
        "which": "@@systems_known" if systems else "@@systems_of_others",
        "known": ", ".join(systems or languages_with_systems()),
        "near": nearest(system, systems),
    }
    return problem("S003", Place(SETTINGS_FILE), code=code, system=system, **told)


def missing_files(folder: Traversable, settings: Settings) -> Iterator[Problem]:
    """Report files that mkdocs.yml names and that are not there; those that nobody named may be missing.

    A folder in place of one is reported, named or not, and so is a file that has almost its name.
    """
    missing: list[Traversable] = []
    # A bibliography that is not there is reported where it is read.
    for name in FILES[1:]:
        file = folder / getattr(settings, name)
        if file.is_file():
            continue
        if file.is_dir():
            yield problem("F090", Place(shown_path(file, folder)))
        elif name in settings.asked_for:
            yield problem("F002", Place(shown_path(file, folder)), option=name)
        else:
            missing.append(file)
    # It is the author's to begin: nobody misses it.
    words = folder / WORDS_FILE
    missing += [] if words.is_file() or words.is_dir() else [words]
    read = {(folder / getattr(settings, name)).name for name in FILES} - {one.name for one in missing}
    yield from _misnamed(folder, folder / "data", {one.name: one for one in missing}, read)


def _misnamed(
    folder: Traversable, data: Traversable, missing: Mapping[str, Traversable], read: Collection[str]
) -> Iterator[Problem]:
    """Report files of data that have almost the name of one that is missing: nobody reads them."""
    for one in data.iterdir() if missing and data.is_dir() else ():
        is_data = one.name.lower().endswith(_OF_DATA) and one.name not in read and one.is_file()
        if is_data and (near := nearest(one.name, missing)):
            yield problem("F012", Place(shown_path(one, folder)), near=shown_path(missing[near], folder))


def no_extension(folder: Traversable, settings: Settings, said: str) -> UnreadableReviewError:
    """Return what is raised where an extension of Markdown cannot be used.

    Args:
        folder: that of mkdocs.yml.
        settings: what it says.
        said: what is said of the extension.
    """
    file = folder / SETTINGS_FILE
    named = next((one for one in settings.extensions if isinstance(one, str) and one in said), "")
    line = line_of_setting(file.read_bytes(), "markdown_extensions") if file.is_file() else 1
    found = problem("S002", Place(SETTINGS_FILE, line), error=said, name=named)
    return UnreadableReviewError(located((found,), folder))


def files_for_folders(folder: Traversable, settings: Settings) -> Iterator[Problem]:
    """Report files that stand where folders belong: nothing that should be in them is found."""
    parents = {str(PurePosixPath(getattr(settings, name)).parent): None for name in FILES}
    for name in (*parents, OWN_FOLDER):
        if name != "." and (folder / name).is_file():
            yield problem("F092", Place(name))


def by_cause(problems: tuple[Problem, ...], library: Library, shown: str) -> tuple[Problem, ...]:
    """Return problems with one for a cause in place of what follows from it.

    That there is no work at all, in place of one for each citation; that a label stands on nothing, in place
    of the references that lead nowhere then, and as heavy as they are; that a note has no text, in place of
    the text under another name than in other versions; that two works have one key, in place of the citations
    of the key that one of them has lost.

    Args:
        problems: what was found, as the review judges it.
        library: the works.
        shown: the path of their file.
    """
    labels = {(one.place.path, dict(one.values)["label"]) for one in problems if one.code == "N003"}
    if labels:
        dead = {(one.place.path, dict(one.values)["place"]): one for one in problems if one.code == "L002"}
        follow = {dead[label] for label in labels if label in dead}
        problems = tuple(_as_heavy(one, dead) for one in problems if one not in follow)
    problems = _of_doubles(_of_notes(problems))
    if library.references or not any(one.code == "C001" for one in problems):
        return problems
    left = tuple(one for one in problems if one.code not in _NO_WORK)
    # Why nothing was read may be told already: there is no file, it is none of text, its syntax is broken.
    is_told = errors(one for one in left if one.place.path == shown)
    return left if is_told else tuple(sorted((*left, problem("B092", Place(shown)))))


def _of_notes(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Leave out that the text of a note has another name than in other versions, where its sign tells it."""
    signs = {(one.place.path, dict(one.values)["sign"]) for one in problems if one.code == "P024"}
    return tuple(one for one in problems if not signs or not _is_of_note(one, signs))


def _is_of_note(one: Problem, signs: Collection[tuple[str, str]]) -> bool:
    if one.code != "T011":
        return False
    values = dict(one.values)
    names = (values[name].removeprefix("fn:") for name in ("here", "there"))
    return any((one.place.path, f"[^{name}]") in signs for name in names)


def _of_doubles(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Leave out citations of keys that works have lost which have the key of another now."""
    doubles = [one for one in problems if one.code == "B009" and dict(one.values)["is_other"]]
    lost = {dict(one.values)["key"] for one in problems if _is_far(one)} if doubles else set()
    if not lost or len(lost) > len(doubles):
        return problems
    return tuple(one for one in problems if not (_is_far(one) and dict(one.values)["key"] in lost))


def _is_far(one: Problem) -> bool:
    """Tell whether a citation names a key to which no other comes near: none that is mistyped."""
    return one.code in _NO_WORK and not dict(one.values)["near"]


def _as_heavy(one: Problem, dead: Mapping[tuple[str, str], Problem]) -> Problem:
    """Return a problem; a label that stands on nothing weighs what the dead link to it does."""
    link = dead.get((one.place.path, dict(one.values)["label"])) if one.code == "N003" else None
    return replace(one, judged=str(link.level)) if link else one
