"""Boosted trees kept as data answer as their forks say, and the shipped ones ask for what the stages give."""

from onrecord.articles import looks, wordings
from onrecord.models.trees import load_choosers, read_trees

KEPT = {
    "features": ["words", "prices"],
    "base": 0.25,
    "trees": [
        {
            "feature": [0, 1],
            "bound": [10.0, 2.5],
            "under": [-1, -2],
            "over": [1, -3],
            "leaves": [-1.0, 2.0, 0.5],
        },
        {"feature": [], "bound": [], "under": [], "over": [], "leaves": [0.125]},
    ],
}


def test_every_row_falls_into_the_leaf_that_the_forks_say() -> None:
    trees = read_trees(KEPT)
    assert trees.score([10, 99]) == 0.25 - 1.0 + 0.125
    assert trees.score([11, 2.5]) == 0.25 + 2.0 + 0.125
    assert trees.score([11, 3]) == 0.25 + 0.5 + 0.125


def test_the_shipped_trees_ask_for_the_features_that_are_made() -> None:
    choosers = load_choosers()
    assert choosers.headlines is not None
    assert choosers.headlines.features == wordings.FEATURES
    assert choosers.stories is not None
    assert choosers.stories.features == looks.FEATURES
    for trees in (choosers.headlines, choosers.stories):
        for feature, _, under, over, leaves in trees.trees:
            assert all(0 <= f < len(trees.features) for f in feature)
            ends = [-1 - at for at in (*under, *over) if at < 0]
            assert sorted(ends) == list(range(len(leaves))) or not feature
