"""Scores one history told in many articles: what is one across them, and which facts answer, vary, clash or repeat."""
