"""What we know of languages, as data: the one place to which a language, or a word of one, is added.

Round a story: editors_lines/ site_lines.py headings.py captions.py addresses.py, and marks.py, whose words the model of
    roles has learnt
At its head: bylines.py signatures.py datelines.py calendars.py agencies.py
In its text: people.py places.py saying.py, and the times of en.py de.py es.py fr.py it.py nl.py pt.py
"""
