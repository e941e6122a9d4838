"""Parts of the business that the tables of a document name: the lines that make the total of a measure."""

from __future__ import annotations

from collections.abc import Iterator

from ..languages.tables import WITH_PARTS
from ..records import Document
from .periods import PeriodContext
from .segments import SegmentNames
from .table_heads import read_grids
from .table_rows import bare_name, name_row, part_named, printed_name, read_rows

_UNKNOWN = SegmentNames(names=(), pattern=None)


def names_in_tables(document: Document) -> Iterator[str]:
    """The name of each part, as printed, in the order of the tables."""
    context = PeriodContext()
    for table in document.tables:
        for grid in read_grids(document.text, table, context):
            meanings = read_rows(grid, _UNKNOWN)
            for row in grid.rows:
                meaning = meanings.get(row.number)
                if meaning is None or meaning.segment is None or meaning.metric not in WITH_PARTS:
                    continue
                if name_row(row.label, _UNKNOWN).metric.startswith("other:"):
                    yield printed_name(row.label)
                elif (part := part_named(bare_name(row.label))) is not None:
                    yield part
