"""Words of a company's name that tell nothing of which company it is."""

from __future__ import annotations

from .late import late

LEGAL_EN = frozenset(
    "inc incorporated corp corporation co company companies ltd limited llc lp llp plc group holding holdings sa ag nv bv se ab asa oyj spa "
    "gmbh kk pte pty s.a n.v international com".split()
)
LEGAL_ZH = late(r"(?:控股|集团|股份)*(?:有限责任公司|有限公司|公司)?\Z")
