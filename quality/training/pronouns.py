"""Trains the ranker that says whom a pronoun stands for (`onrecord.entities.pronouns`), and writes it.

    python quality/training/pronouns.py            # measure in folds
    python quality/training/pronouns.py --write    # train on all and write

GUM's news, interviews and biographies and MEANTIME with their coreference; the articles with hand-made
speakers; PolNeAR's train articles, where gender alone tells the answer. A candidate's share is a softmax over
the candidates of one pronoun; weights by L-BFGS with a pull towards nought.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import name_gold
import numpy as np
import paths
import speaker_gold
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from onrecord import models
from onrecord.entities.facts import Facts
from onrecord.entities.linking import Somebody, link
from onrecord.entities.naming import clean
from onrecord.entities.overlooked import complete
from onrecord.entities.pronouns import PRONOUNS, Ranker, Walk
from onrecord.entities.words import Words, read_words
from onrecord.models.names import Name, load_names

WEIGHTS = {"gum": 1.0, "meantime": 1.0, "speakers": 3.0, "silver": 0.2}


@dataclass
class Choice:
    """One pronoun: the features of each candidate (the last: nobody), and which are right."""

    document: str
    corpus: str
    features: list[list[str]]
    right: list[bool]


def gold_names(document: name_gold.Document) -> list[Name]:
    """A gold document's names as a tagger would give them."""
    out: list[Name] = []
    start = -1
    for i, t in enumerate(document.tags):
        if t[0] in "BU" and len(t) > 1:
            start = i
        if t[0] in "LU" and len(t) > 1:
            out.append(Name(document.spans[start][0], document.spans[i][1], t[2:], 1.0))
    return out


@dataclass
class Told:
    """A text with its names, and the chains of names and pronouns that the gold tells of."""

    name: str
    corpus: str
    text: str
    names: list[Name]
    chains: list[list[dict]]
    complete: bool = False
    """Whether a pronoun in no chain stands for nobody named; if not, the gold does not say."""


def told_texts() -> list[Told]:
    """GUM, MEANTIME's first sentences, and the articles with hand-made speakers."""
    documents = {d.name: d for d in name_gold.gum("all")}
    out = [
        Told(d["id"], "gum", d["text"], gold_names(documents[d["id"]]), d["chains"], True)
        for d in name_gold.scorer().load_gum("all", ("news", "interview", "bio"))
    ]
    for d in name_gold.scorer().load_meantime("all"):
        names = [Name(g["start"], g["end"], g["type"], 1.0) for g in d["names"]]
        out.append(Told(d["id"], "meantime", d["text"], names, d["chains"], False))
    for d in speaker_gold.articles():
        out.append(
            Told(d["id"], "speakers", d["text"], list(load_names().find(d["text"])), _spoken(d), False)
        )
    return out


def silver(limit: int | None = None) -> list[Choice]:
    """Pronouns of PolNeAR's articles where the gender alone tells who is meant.

    Their features are taken as if no gender were known: so they teach where such a person stands in the news.
    """
    known = {a["id"] for a in speaker_gold.articles()}
    out: list[Choice] = []
    for name, text in speaker_gold.polnear_texts():
        if any(name.startswith(k) for k in known):
            continue
        words = read_words(text)
        everybody = link(words, complete(words, clean(words, load_names().find(text, words.spans))))
        people = [s for s in everybody if s.label == "PER"]
        described = _described(words, everybody, people)
        walk = Walk(words, people, blind=True)
        for i in walk.pronouns(described):
            chosen, features = walk.features(i)
            gender = PRONOUNS[words.lows[i]][0]
            near = [p for p in chosen if words.sentences[i] - words.sentences[walk.last[p].first] <= 5]
            sure = all(people[p].gender and people[p].sure > 0.6 for p in near)
            fit_ = [p for p in near if people[p].gender == gender]
            if len(fit_) == 1:
                if sure and len(near) > 1:
                    right = [p == fit_[0] for p in chosen]
                    out.append(Choice(name, "silver", features, [*right, False]))
                walk.see(i, i, fit_[0], True)
    return out[:limit]


def _described(words: Words, everybody: list[Somebody], people: list[Somebody]) -> set[int]:
    """The words that describe somebody named."""
    facts = Facts(words, everybody)
    return {i for s in people for first, end in facts.read(s).parts for i in range(first, end)}


def _spoken(article: dict) -> list[list[dict]]:
    """The sources that are pronouns, with the places where their speaker's name stands."""
    chains: dict[str, list[dict]] = {}
    for a in article["attributions"]:
        if a["form"] == "pronoun" and a["speaker"] and not a.get("unsure") and len(a["source"]) == 1:
            key = a["speaker"]
            if key not in chains:
                whole = [m.span() for m in re.finditer(rf"\b{re.escape(key)}\b", article["text"])]
                chains[key] = [
                    {"kind": "name", "head": (end - len(key.split()[-1]), end)} for _, end in whole
                ]
            chains[key].append({"kind": "pron", "head": tuple(a["source"][0])})
    return list(chains.values())


def choices(texts: list[Told], base: Ranker | None) -> list[Choice]:
    """Every he and she of the texts that the gold tells of; the others are taken as `base` takes them."""
    out = []
    for d in texts:
        words = read_words(d.text)
        everybody = link(words, complete(words, clean(words, d.names)))
        people = [s for s in everybody if s.label == "PER"]
        described = _described(words, everybody, people)
        owner = [_chain(s, d.chains) for s in people]
        chain_of = {
            tuple(m["head"]): c for c, chain in enumerate(d.chains) for m in chain if m["kind"] == "pron"
        }
        walk = Walk(words, people)
        for i in walk.pronouns(described):
            chosen, features = walk.features(i)
            if not chosen:
                continue
            chain = chain_of.get(words.spans[i], -2)
            if chain == -2 and not d.complete:
                if base is None:
                    continue
                scores = [base.score(f) for f in features]
                best = max(range(len(scores)), key=scores.__getitem__)
                right = [k == best for k in range(len(chosen))]
            else:
                right = [owner[p] == chain for p in chosen]
                if any(right) or d.complete:
                    out.append(Choice(d.name, d.corpus, features, [*right, not any(right)]))
            if any(right):
                p = chosen[right.index(True)]
                walk.see(i, i, p, True)
                walk.learn(p, PRONOUNS[words.lows[i]][0], 1.0)
    return out


def _chain(person: Somebody, chains: list[list[dict]]) -> int:
    """The gold chain that most of a person's names belong to."""
    votes: dict[int, int] = {}
    for n in person.namings:
        for c, chain in enumerate(chains):
            if any(n.start <= m["head"][0] and m["head"][1] <= n.end for m in chain):
                votes[c] = votes.get(c, 0) + 1
    return max(votes, key=lambda c: votes[c]) if votes else -1


def fit(data: list[Choice], pull: float = 2.0, rare: int = 3) -> dict[str, float]:
    """Weights that make the right candidates likeliest."""
    counts: dict[str, int] = {}
    for c in data:
        for f in {f for fs in c.features for f in fs}:
            counts[f] = counts.get(f, 0) + 1
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= rare))}
    rows, cols, groups, right = [], [], [], []
    at = 0
    for g, c in enumerate(data):
        for fs, ok in zip(c.features, c.right, strict=True):
            for f in fs:
                if f in index:
                    rows.append(at)
                    cols.append(index[f])
            groups.append(g)
            right.append(ok)
            at += 1
    x = csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(at, len(index)))
    group, ok = np.array(groups), np.array(right)
    weight = np.array([WEIGHTS[c.corpus] for c in data])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = x @ w
        top = np.full(len(data), -1e9)
        np.maximum.at(top, group, scores)
        raised = np.exp(scores - top[group])
        total = np.bincount(group, raised, len(data))
        good = np.bincount(group, raised * ok, len(data))
        value = float(np.sum(weight * (np.log(total) - np.log(good + 1e-12))) + 0.5 * pull * w @ w)
        slope = weight[group] * (raised / total[group] - raised * ok / (good[group] + 1e-12))
        return value, x.T @ slope + pull * w

    w = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return {f: round(float(w[i]), 3) for f, i in index.items() if abs(w[i]) > 0.01}


def is_right(weights: dict[str, float], choice: Choice) -> bool:
    """Whether a pronoun gets the right candidate, given the right ones before."""
    ranker = Ranker(weights)
    scores = [ranker.score(f) for f in choice.features]
    return choice.right[max(range(len(scores)), key=scores.__getitem__)]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--write", action="store_true")
    ap.add_argument("--pull", type=float, default=2.0)
    ap.add_argument("--silver", type=float, default=WEIGHTS["silver"])
    a = ap.parse_args()
    paths.need_data()
    WEIGHTS["silver"] = a.silver
    texts = told_texts()
    base = Ranker(fit(choices([t for t in texts if t.corpus == "gum"], None), a.pull))
    data = choices(texts, base)
    extra = silver() if WEIGHTS["silver"] else []
    print(f"{len(extra)} silver")
    names = sorted({c.document for c in data})
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for fold in range(6):
        held = set(names[fold::6])
        weights = fit([c for c in data if c.document not in held] + extra, a.pull)
        for c in data:
            if c.document in held:
                right[c.corpus] += is_right(weights, c)
                of[c.corpus] += 1
    scores = ", ".join(f"{k} {right[k]}/{of[k]} = {100 * right[k] / of[k]:.1f}" for k in of)
    print(f"pronouns right, in 6 folds over documents: {scores}")
    if a.write:
        weights = fit(data + extra, a.pull)
        card = {
            "model": "pronouns",
            "what": "weights of features of a candidate for he or she",
            "data": "GUM news, interview, bio (annotation CC BY 4.0); MEANTIME (CC BY 4.0); speakers; PolNeAR",
            "script": "quality/training/pronouns.py --write",
            "score": f"right in 6 folds over documents, names and earlier answers given: {scores}",
            "weights": weights,
        }
        path = Path(next(iter(models.__path__))) / "pronouns.json"
        path.write_text(json.dumps(card, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
