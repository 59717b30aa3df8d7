"""The trained models: weights as data, each with a card that says what it learned from and how well.

A module for each model loads it, once: `roles`, `names`, `fast` (attributions without a transformer) and
`encoder` (attributions and names, needs `onnxruntime`). Nothing is loaded before it is asked for.
"""
