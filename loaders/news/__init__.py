"""The article extractor: plain text in, records with their spans out."""
