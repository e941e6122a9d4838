"""File, bytes or text to a Document."""

from __future__ import annotations

from .sources import READERS, Reader, names_a_file, read

__all__ = ["READERS", "Reader", "names_a_file", "read"]
