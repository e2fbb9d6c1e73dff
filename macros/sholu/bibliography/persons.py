"""A person or institution as the parts of the name."""

from __future__ import annotations

from sholu.values import Value


class Person(Value):
    """A person as the parts of the name, or an organization with its whole name as `family`.

    `given` and `patronymic` hold full names or initials ("Болат", "Б."); a name whose parts are not
    known to be first name and patronymic keeps them together in `given`.
    """

    family: str
    given: str = ""
    patronymic: str = ""
    particle: str = ""
    suffix: str = ""
    is_organization: bool = False
    orcid: str = ""

    @property
    def initials(self) -> tuple[str, ...]:
        """The initials with their stops: ("Б.", "К."); a hyphenated name keeps its hyphen: "Ж.-Б."."""
        return tuple(_initial(name) for name in f"{self.given} {self.patronymic}".split())

    @property
    def full_family(self) -> str:
        """The family name with its particle: "van Strien"."""
        return f"{self.particle} {self.family}".strip()

    @property
    def given_names(self) -> str:
        """All that stands after the comma of a name: "Болат Каримович"."""
        return _joined(self.given, self.patronymic)

    @property
    def spoken(self) -> str:
        """The name as it is spoken: "Jane A. Smith"."""
        return _joined(self.given, self.patronymic, self.full_family, self.suffix)

    @property
    def inverted(self) -> str:
        """The name with the family name first: "Smith, Jane A."."""
        return _joined(self.full_family, self.given_names, self.suffix, by=", ")

    @property
    def listed(self) -> str:
        """The name as registers have it: "Ахметов Болат Каримович"; an organization as it is called."""
        return _joined(self.full_family, self.given, self.patronymic, self.suffix)


def _joined(*parts: str, by: str = " ") -> str:
    return by.join(filter(None, parts))


def initials_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two sets of initials may be one person's: "А." and "А. П."."""
    return all(a == b for a, b in zip(one, other, strict=False))


def _initial(name: str) -> str:
    """Shorten a given name; an initial ("Ю.", "Zh.") or a particle ("de", «оглы») stays as it is."""
    if name.endswith(".") or name.islower():
        return name
    return "-".join(f"{part[0]}." for part in name.split("-") if part)
