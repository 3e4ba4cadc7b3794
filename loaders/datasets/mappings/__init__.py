"""The mappings that are shipped, one file for each format."""
