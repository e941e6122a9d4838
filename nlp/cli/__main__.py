"""`python -m nlp.cli` is `tieout`."""

from . import main

main()
