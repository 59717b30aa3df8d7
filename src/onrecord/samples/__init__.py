"""The page that ships with onrecord: a wire story as a local radio station prints it. All of it is invented."""

from pathlib import Path

SAMPLE = Path(__file__).parent / "foghorn.html"
"""What `onrecord read --sample` reads."""
