"""The lines that editors set round a story, by language.

contributors.py   who else took part, and by whom it was edited
corrections.py    what was put right, and the editors' own word to the reader
rights.py         whose the rights are
service.py        what the reader is asked, and where a line leads
inboxes.py        what a newsletter promises

Pieces of regular expressions, tried without regard to case. A name that says how a line begins is tried after brackets,
dashes and stars; another stands anywhere in it.
"""
