"""The HTML report: `compose` fills the rows of `shapes` from an analysis, the template writes them down.

`layout` sets paragraphs side by side, `places` knows what stands where, `cards` tells findings, `facts` amounts and
their triangles, `overview` counts, `strips` draws.
"""

from .html import to_html

__all__ = ["to_html"]
