"""What can go wrong, as values that every surface (command line, web, library) shows in the same words.

::

    AfsprakenError            anything that the product reports on purpose
    ├── InputError            what a person gave cannot be used: file, manifest, setting, argument
    │   ├── ManifestError     the list of agreements (corpus.toml) or its folder
    │   └── SourceError       an agreement's own file
    ├── NotFoundError         a name that the graph does not hold
    ├── NotBuiltError         there is no graph to ask yet
    └── BusyError             somebody else is doing this right now; a later try may succeed

Each error is one line: what is wrong, and after a semicolon how to mend it.
"""

from __future__ import annotations


class AfsprakenError(Exception):
    """A problem with its remedy.

    ``problem`` says what is wrong, ``advice`` what to do about it; both are folded to a single line and
    ``str()`` gives them together.
    """

    def __init__(self, problem: str, advice: str) -> None:
        self.problem = " ".join(problem.split())
        self.advice = " ".join(advice.split())
        super().__init__(self.problem, self.advice)

    def __str__(self) -> str:
        return f"{self.problem}; {self.advice}"


class InputError(AfsprakenError):
    """What a person gave cannot be used."""


class ManifestError(InputError):
    """The manifest, or the folder that it describes, cannot be used."""


class SourceError(InputError):
    """An agreement's file cannot be read."""


class NotFoundError(AfsprakenError):
    """The graph holds nothing under this name."""


class NotBuiltError(AfsprakenError):
    """No graph has been built yet."""


class BusyError(AfsprakenError):
    """Another process holds what this one needs."""
