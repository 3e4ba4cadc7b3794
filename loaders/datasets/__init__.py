"""What is in the datasets that people already have: rows or objects in, records out, by one mapping for each format.

``reading`` goes through a file; ``mappings`` reads what a format's fields are, ``rows`` and ``readers`` give its rows,
``converters`` make values of their texts, ``shapes`` make records of the values.
"""
