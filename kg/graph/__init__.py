"""Claims -> graph: RDF, shards, the store, merging and validation."""
