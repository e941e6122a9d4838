"""What can go wrong with a user's input. Every message names the thing, what was found and what to do.

TieoutError
+-- BadInput (ValueError)        a file or argument that cannot be used
|   +-- BadUsage                a command called wrongly
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
    """Root of all errors meant for the user.

    `code` is stable, `stage` says where it arose; `title`, `means` and `do` make the page of `tieout explain`.
    """

    code = "E000"
    stage = "run"
    title = "wrong input"
    means = "what was given to tieout cannot be used; nothing more exact is known."
    do = "what the message says; it names the file or the option."

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
    title = "input that cannot be used"
    means = "a file or an argument cannot be used."
    do = "the message says which, what was found there and what would do."


class BadUsage(BadInput):
    """A command was called wrongly: an option, argument or value it does not know."""

    code = "E110"
    stage = "usage"
    title = "wrong usage"
    means = "a command was called with an option, argument or value it does not know."
    do = "take the nearest name of the message; --help behind the command lists what there is."


class NotFound(BadInput, FileNotFoundError):
    """No such file."""

    code = "E101"
    title = "no such file"
    means = "there is no file at the path."
    do = "check the path; a name with blanks needs quotes. `-` reads standard input."


class TooLarge(BadInput):
    """The file or one of its lines is beyond a limit; the message names the limit's option."""

    code = "E102"
    title = "too large"
    means = "the file or one of its lines is beyond a limit; the message names the limit."
    do = "split the file, or raise the limit under [limits] in tieout.toml."


class UnknownFormat(BadInput):
    """No reader recognises the content."""

    code = "E103"
    title = "unknown format"
    means = "no reader recognises the content. The file's name plays no part."
    do = "give text, Markdown, HTML, PDF, Word (docx), subtitles or an EDGAR filing."


class UnknownEncoding(BadInput):
    """The bytes are not text in a known encoding; `--encoding` decides."""

    code = "E104"
    title = "unknown encoding"
    means = "the bytes are not text in an encoding that can be told for sure."
    do = "name it with --encoding, such as gb18030 or big5hkscs, or save the file as UTF-8."


class Empty(BadInput):
    """The file holds no text."""

    code = "E105"
    title = "no text"
    means = "the file holds no text; a scanned PDF has pictures only."
    do = "run text recognition first, or give the text."


class Changed(BadInput):
    """A document is not what it was when the batch began."""

    code = "E106"
    title = "changed"
    means = "a document is not what it was when the batch began."
    do = "run the batch again once the files stand still."


class Refused(BadInput):
    """A query asks for something other than reading the store's tables, is wrong, or takes too long."""

    code = "E310"
    stage = "query"
    title = "query refused"
    means = "the query asks for something other than the store's tables, is wrong, or takes too long."
    do = "write one SELECT over the tables and views; for larger work read parts/ with DuckDB or pandas."


class TooSlow(BadInput):
    """Reading took longer than `limits.read_seconds`."""

    code = "E107"
    title = "too slow"
    means = "reading the file took longer than limits.read_seconds."
    do = "split it, save it as text, or raise the limit in tieout.toml."


class Unreadable(BadInput):
    """The library that parses the format died of the file."""

    code = "E108"
    title = "unreadable"
    means = "the library that parses the format died of the file. It is most likely damaged."
    do = "save it again with the program that made it, or give the text."


class NotATranscript(TieoutError, ValueError):
    """The document was given as a transcript and has no turns."""

    code = "E201"
    stage = "segment"
    title = "not a transcript"
    means = "the document was given as a transcript and nobody speaks in it."
    do = "give the call's transcript; releases go behind --release and letters behind --letter."


class StoreError(TieoutError, OSError):
    """A store cannot be read or written: the disk is full, or a folder is not writable."""

    code = "E300"
    stage = "store"
    title = "store"
    means = "a store cannot be read or written: the disk is full, or the folder is not writable."
    do = "make room or give another folder, then run again; what was finished is kept."


class Damaged(StoreError):
    """A file of the store is not what the ledger says; `tieout store repair` names and mends it."""

    code = "E301"
    title = "damaged store"
    means = "a file of the store is not what the ledger says."
    do = "run `tieout store repair STORE`, then the batch again."


class Held(StoreError):
    """Another run is writing to the store."""

    code = "E302"
    title = "store in use"
    means = "another run is writing to the store."
    do = "wait for it, or stop it."
