"""How quads are kept, changed, asked and dumped: the one room that knows the store of pyoxigraph.

Uses IRIs, errors and N-Triples.
"""
