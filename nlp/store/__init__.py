"""A store: one folder that keeps the tables of thousands of analyzed calls, whatever is killed when.

    STORE/store.json       what this folder is, and the version of its schema
          ledger.jsonl     one line a call that is finished, with the digest of each of its files
          parts/call_company=<company>/call_period=<period>/part=<key>@<content>/<table>.parquet
          staging/         parts being written; emptied by the next run
          runs/<id>.json   what each run was given, with which versions, and how it ended
          lock             held by the run that writes
          tieout.duckdb    the same tables in one file, with views; rebuilt from the parts

A part is the folder of one call. It is written under `staging/`, synced, and renamed into place as a whole; then its
line enters the ledger. What has no line is not there: readers go by the ledger, and the next run removes the rest.
"""
