"""Strings in, spans out: tokens, sentences, quotation marks. Knows nothing of pages or news."""
