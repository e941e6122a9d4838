"""What can go wrong with a user's input. Every message names the thing, what was found and what to do.

TieoutError
+-- BadInput (ValueError)        a file or argument that cannot be used
|   +-- NotFound (FileNotFoundError)
|   +-- TooLarge
|   +-- UnknownFormat
|   +-- UnknownEncoding
|   +-- Empty
|   +-- TooSlow
|   +-- Unreadable
|   +-- Changed
|   +-- Refused
+-- NotATranscript (ValueError)  no speakers could be found
+-- StoreError (OSError)         a store cannot be read or written
|   +-- Damaged
|   +-- Held
"""

from __future__ import annotations


class TieoutError(Exception):
    """Root of all errors meant for the user; `code` is stable, `stage` says where it arose."""

    code = "E000"
    stage = "run"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __reduce__(self) -> tuple[type[TieoutError], tuple[str]]:
        return (type(self), (self.message,))

    def __str__(self) -> str:
        return self.message


class BadInput(TieoutError, ValueError):
    """The input cannot be used."""

    code = "E100"
    stage = "read"


class NotFound(BadInput, FileNotFoundError):
    """No such file."""

    code = "E101"


class TooLarge(BadInput):
    """The file or one of its lines is beyond a limit; the message names the limit's option."""

    code = "E102"


class UnknownFormat(BadInput):
    """No reader recognises the content."""

    code = "E103"


class UnknownEncoding(BadInput):
    """The bytes are not text in a known encoding; `--encoding` decides."""

    code = "E104"


class Empty(BadInput):
    """The file holds no text."""

    code = "E105"


class Changed(BadInput):
    """A document is not what it was when the batch began."""

    code = "E106"


class Refused(BadInput):
    """A query asks for something other than reading the store's tables, is wrong, or takes too long."""

    code = "E310"
    stage = "query"


class TooSlow(BadInput):
    """Reading took longer than `limits.read_seconds`."""

    code = "E107"


class Unreadable(BadInput):
    """The library that parses the format died of the file."""

    code = "E108"


class NotATranscript(TieoutError, ValueError):
    """The document was given as a transcript and has no turns."""

    code = "E201"
    stage = "segment"


class StoreError(TieoutError, OSError):
    """A store cannot be read or written: the disk is full, or a folder is not writable."""

    code = "E300"
    stage = "store"


class Damaged(StoreError):
    """A file of the store is not what the ledger says; `tieout store repair` names and mends it."""

    code = "E301"


class Held(StoreError):
    """Another run is writing to the store."""

    code = "E302"
