"""``python -m parley`` is the same as ``parley``."""

from .cli import main

if __name__ == "__main__":
    main()
