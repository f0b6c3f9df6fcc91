"""Principal components and eigenvalues by numpy; the first argument says which."""

import sys

import numpy as np
from mlp_data import uniform
from timing import report


def components():
    """The singular values of 5,000 centred points of 64 dimensions, with the directions."""
    return np.linalg.eigh(np.cov(points.T))[0][::-1]


points = uniform(5000 * 64, 7).reshape(5000, 64) * np.linspace(1, 3, 64)
square = uniform(500 * 500, 8).reshape(500, 500)
works = {"pca": components, "eigenvalues": lambda: np.linalg.eigh(square + square.T)[0][::-1]}
report(works[sys.argv[1]], lambda values: [float(value) for value in values[:3]])
