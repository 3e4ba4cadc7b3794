"""Which triples a record becomes, and a file of RDF that somebody else has made.

Uses records and IRIs; of the engine only how it spells a value.
"""
