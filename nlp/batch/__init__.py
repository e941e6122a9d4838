"""Thousands of calls: found, analyzed by workers that may die, and committed to a store one by one.

sources.py       a folder or manifest -> Task: one call with its documents, and the digest of what decides
work.py          Task -> Result, in a worker: analysis, rows, Parquet; what cannot be read becomes failure rows
supervise.py     deadlines, second attempts, losses; the same for both engines
on_processes.py  an engine of processes from a fork server
on_ray.py        an engine of Ray actors
run.py           lock, resume, commit, report
"""
