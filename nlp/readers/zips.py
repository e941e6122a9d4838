"""What may be in a zip file before anything unpacks it: counts, sizes, ratios, names, nesting, XML without DOCTYPE."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import NoReturn

from ..errors import BadInput, TooLarge, UnknownFormat
from ..options import Limits

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CHUNK = 1 << 20
_FREE = 1_000_000  # bytes that may be packed at any ratio


def check_zip(data: bytes, name: str, limits: Limits) -> None:
    """Raises TooLarge, UnknownFormat or BadInput for an archive that must not be unpacked; reads every part once."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, name, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as error:
        if isinstance(error, BadInput):
            raise
        raise BadInput(f"{name}: a damaged Office file ({str(error)[:80]}). Save or download it again.") from None


def _check(archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.zip_entries:
        _refuse(name, f"{len(entries):,} parts", "zip_entries", limits.zip_entries)
    if sum(entry.file_size for entry in entries) > limits.zip_bytes:
        _refuse(name, "too much to unpack", "zip_bytes", limits.zip_bytes)
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise BadInput(f"{name}: two parts of one name. Save it again with a word processor.")
    total = 0
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnknownFormat(f"{name}: an encrypted Office file. Save it without a password.")
        total += _read(archive, entry, name, limits)
        if total > limits.zip_bytes:
            _refuse(name, "too much to unpack", "zip_bytes", limits.zip_bytes)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, limits: Limits) -> int:
    """The real size of a part, counted while it is unpacked and thrown away."""
    size, start = 0, b""
    xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            if not size and chunk.startswith(b"PK\x03\x04"):
                raise UnknownFormat(f"{name}: an archive inside ({entry.filename[:60]!r}). Give the document itself.")
            size += len(chunk)
            if size > limits.zip_part_bytes:
                _refuse(name, f"a part of over {size:,} bytes", "zip_part_bytes", limits.zip_part_bytes)
            if size > _FREE and size > limits.zip_ratio * max(entry.compress_size, 1):
                _refuse(name, f"packed more than {limits.zip_ratio} to 1", "zip_ratio", limits.zip_ratio)
            if xml and _DOCTYPE.search(start + chunk):
                raise BadInput(
                    f"{name}: a DOCTYPE in {entry.filename[:60]!r}, which no Office file has. Save it again."
                )
            start = chunk[-16:]
    return size


def _refuse(name: str, found: str, limit: str, value: int) -> NoReturn:
    raise TooLarge(f"{name}: {found}, the limit is {value:,}. Split the file, or raise limits.{limit}.")
