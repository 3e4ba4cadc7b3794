"""Records, IRIs, writing, stores, identity, and the HTML explorer."""
