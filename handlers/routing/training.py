"""Training the classifier: needs scikit-learn, which only the program that trains has loaded.

What is left open is decided on the newest fifth of the examples, by a model trained on the others, never on what the
result is measured on; then all examples train the model anew.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from handlers.routing import choosing, counting, mixing
from handlers.routing.counting import Counted
from handlers.routing.labelled import Labelled
from handlers.routing.learned import Weights
from handlers.routing.mixing import Choice


def train(examples: Sequence[Labelled]) -> bytes:
    """The body of a model (learned.py) trained on ``examples``, oldest first. ValueError when there are none."""
    if not examples:
        raise ValueError("there is nothing to learn from")
    counted = counting.count([each.text for each in examples], [each.author for each in examples])
    agencies, labels = np.unique([each.agency for each in examples], return_inverse=True)
    return fit(counted, [str(agency) for agency in agencies], labels, choosing.choose(counted, labels)).pack()


def fit(counted: Counted, agencies: Sequence[str], labels: npt.NDArray[np.intp], choice: Choice) -> Weights:
    """The model trained on all that was counted."""
    rows = np.arange(len(labels))
    space = counting.space(counted, rows)
    trained = mixing.parts(space.vectors(counted, rows), labels, (choice.slack,), choice.fading)
    mean = mixing.mix(trained, choice)
    return Weights(
        agencies=agencies,
        grams=[[grams[place] for place in kept] for grams, kept in zip(counted.grams, space.kept, strict=True)],
        rarity=space.rarity,
        matrix=mean.matrix,
        bias=mean.bias,
        sharpness=choice.sharpness,
    )
