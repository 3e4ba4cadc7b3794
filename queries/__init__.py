"""The questions: one SPARQL query per file, and what lists and runs them."""
