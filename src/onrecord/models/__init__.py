"""The trained models: weights as data, each with a card that says what it learned from and how well.

A module for each model loads it, once: `roles`, `names`, `fast` (attributions without a transformer) and
`encoder` (attributions and names, needs `onnxruntime`). Nothing is loaded before it is asked for.
"""

import json
from importlib.resources import files
from typing import Any


def model_cards() -> dict[str, dict[str, Any]]:
    """Get the cards of the language models that are shipped, by the model's name."""
    cards: dict[str, dict[str, Any]] = {}
    for folder in (files(__package__) / "data").iterdir():
        card = folder / "card.json"
        if folder.is_dir() and card.is_file():
            cards[folder.name] = json.loads(card.read_text(encoding="utf-8"))
    return cards
