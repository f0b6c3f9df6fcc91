"""The data and the start of the perceptron, by formulas that any language can follow."""

import numpy as np

BATCH, STEPS, LEARNING_RATE = 256, 1000, 1e-3
SIZES = [2, 64, 64, 4]


def uniform(count: int, seed: int) -> np.ndarray:
    """Numbers between −1 and 1: the fractional parts of multiples of the golden ratio."""
    index = np.arange(1, count + 1) + 1000.0 * seed
    return 2 * ((index * 0.6180339887498949) % 1.0) - 1


def batch() -> tuple[np.ndarray, np.ndarray]:
    """256 points of a square, labelled by its quadrant."""
    points = np.stack([uniform(BATCH, 1), (uniform(BATCH, 2) * 7.0 + 1) % 2.0 - 1], axis=1)
    return points, (points[:, 0] > 0) * 2 + (points[:, 1] > 0)


def start() -> list[tuple[np.ndarray, np.ndarray]]:
    """Weights between ±1/√fan-in, biases 0."""
    layers = zip(SIZES, SIZES[1:])
    return [
        (uniform(inputs * outputs, 10 + place).reshape(outputs, inputs).T / np.sqrt(inputs), np.zeros(outputs))
        for place, (inputs, outputs) in enumerate(layers)]
