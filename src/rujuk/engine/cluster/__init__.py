"""Build on more than one machine, with Daft: on this machine's cores, or over Ray on a cluster.

Work goes in partitions.  A partition of inputs is read and marked by one worker and kept as a file; what reports have in common is found by
joins on keys (words, shingles, ids, stories), so no worker and not the driver ever holds more than a partition.  The dossiers are those that
`rujuk.engine.building.build` makes.
"""
