"""An article read by a language model behind an OpenAI-compatible address: the same records as the rules make."""
