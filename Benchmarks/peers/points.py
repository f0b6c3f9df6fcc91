"""5,000 points of 64 dimensions in ten clusters, by formulas that any language can follow."""

import numpy as np
from mlp_data import uniform


def points() -> np.ndarray:
    """Clusters around random centres; sums of three uniform numbers are round enough."""
    centres = 4 * uniform(10 * 64, 40).reshape(10, 64)
    noise = sum(uniform(5000 * 64, 41 + place).reshape(5000, 64) for place in range(3))
    return centres[np.arange(5000) % 10] + noise
