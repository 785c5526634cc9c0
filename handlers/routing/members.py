"""The linear classifiers whose mean the model is: needs scikit-learn, so only the trainer imports it.

Each sees the same vectors and yields one weight for each gram and agency, so that their mean is linear again and costs
no more than one of them. They err differently: the first looks for the widest margin, the second does so among grams
that tell agencies apart, the third only counts, which is what helps agencies with few examples.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.intp]
Matrix = Any

SEED = 20250101  # the same examples make the same model
ITERATIONS = 3000
CAUTION = 1.0  # imagined occurrences of each gram in and outside each agency
SMOOTHING = 0.2
EVENNESS = 0.5  # 0: each example counts the same; 1: each agency does


@dataclass(frozen=True, slots=True)
class Linear:
    """Scores are ``vectors @ matrix + bias``; a column for each agency. The mean over agencies is 0."""

    matrix: Floats
    bias: Floats

    def scores(self, vectors: Matrix) -> Floats:
        """A row of scores for each text."""
        return np.asarray(vectors @ self.matrix + self.bias)

    def scaled(self, vectors: Matrix) -> Linear:
        """The same, with scores that spread by 1 over these texts: members then weigh what their weights say."""
        spread = float(self.scores(vectors).std()) or 1.0
        return Linear(self.matrix / spread, self.bias / spread)


def centred(matrix: Floats, bias: Floats) -> Linear:
    """What is the same for all agencies decides nothing and is taken out."""
    return Linear(matrix - matrix.mean(axis=1, keepdims=True), bias - bias.mean())


def commonest(vectors: Matrix, labels: Labels) -> Linear:
    """What looks at no gram: the more examples an agency has, the likelier it is."""
    counts = np.bincount(labels).astype(np.float64)
    return centred(np.zeros((vectors.shape[1], len(counts))), np.log(counts))


def margin(vectors: Matrix, labels: Labels, importance: Floats, *, slack: float) -> Linear:
    """A support vector machine, one agency against the rest. Of the ``labels`` 0, 1, … each occurs."""
    fitted = _machine(slack).fit(vectors, labels, sample_weight=importance)
    if len(fitted.coef_) == 1:  # two agencies: only the second one's score is kept
        return centred(np.vstack([-fitted.coef_[0], fitted.coef_[0]]).T, np.array([-1.0, 1.0]) * fitted.intercept_[0])
    return centred(fitted.coef_.T, fitted.intercept_)


def telling(vectors: Matrix, labels: Labels, importance: Floats, *, slack: float) -> Linear:
    """The same on grams weighed by how much they tell an agency from the rest (NB-SVM, Wang and Manning 2012).

    The square root of the log-count ratio, for the whole of it trusts rare grams too much.
    """
    count = int(labels.max()) + 1
    matrix, bias = np.zeros((vectors.shape[1], count)), np.zeros(count)
    for label in range(count):
        ours = labels == label
        ratio = np.log(_share(vectors[ours]) / _share(vectors[~ours]))
        ratio = np.sign(ratio) * np.sqrt(np.abs(ratio))
        fitted = _machine(slack).fit(vectors.multiply(ratio).tocsr(), ours, sample_weight=importance)
        matrix[:, label] = fitted.coef_[0] * ratio
        bias[label] = fitted.intercept_[0]
    return centred(matrix, bias)


def counting(vectors: Matrix, labels: Labels, importance: Floats) -> Linear:
    """Complement naive Bayes (Rennie and others 2003)."""
    fitted = ComplementNB(alpha=SMOOTHING).fit(vectors, labels, sample_weight=importance)
    return centred(fitted.feature_log_prob_.T, np.zeros(len(fitted.feature_log_prob_)))


def _machine(slack: float) -> LinearSVC:
    return LinearSVC(C=slack, random_state=SEED, max_iter=ITERATIONS)


def importance(labels: Labels, *, fading: float) -> Floats:
    """How much each example counts, the oldest first: more, the fewer its agency has; 1 in the mean.

    ``fading`` says how often what an example counts halves from the newest to the oldest: agencies swap tasks.
    """
    counts = np.bincount(labels)
    weights = (len(labels) / counts[labels]) ** EVENNESS * np.exp2(np.linspace(-fading, 0, len(labels)))
    mean: Floats = weights / weights.mean()
    return mean


def _share(vectors: Matrix) -> Floats:
    """Of all that these texts say, the share of each gram."""
    sums = CAUTION + np.asarray(vectors.sum(axis=0)).ravel()
    share: Floats = sums / sums.sum()
    return share
