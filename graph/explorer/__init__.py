"""The HTML explorer: one offline page over the canonical graph, made by :func:`parley.graph.explorer.page.render`."""
