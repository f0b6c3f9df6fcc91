"""Sizes, tokens and the start of a small transformer, by formulas that any language can follow."""

import numpy as np
from mlp_data import uniform

VOCABULARY, CONTEXT, WIDTH, HEADS, LAYERS, BATCH = 128, 64, 64, 4, 4, 16
STEPS, LEARNING_RATE = 20, 1e-3


def tokens() -> tuple[np.ndarray, np.ndarray]:
    """Sequences, and the token after each position."""
    text = np.floor((uniform(BATCH * (CONTEXT + 1), 20) + 1) * VOCABULARY / 2).astype(int)
    text = text.reshape(BATCH, CONTEXT + 1)
    return text[:, :-1], text[:, 1:]


def start() -> list[np.ndarray]:
    """All parameters: the embeddings; in each block gain, bias, four attention maps with biases (rows are outputs),
    gain, bias and two maps; then gain, bias and the unembedding."""
    square, up, down = (WIDTH, WIDTH), (4 * WIDTH, WIDTH), (WIDTH, 4 * WIDTH)
    block = [(WIDTH,), (WIDTH,)] + [square, (WIDTH,)] * 4 + [(WIDTH,), (WIDTH,), up, (4 * WIDTH,), down, (WIDTH,)]
    shapes = [(VOCABULARY, WIDTH), (CONTEXT, WIDTH)] + block * LAYERS + [(WIDTH,), (WIDTH,), (VOCABULARY, WIDTH)]
    gains = {2 + 16 * layer + place for layer in range(LAYERS) for place in (0, 10)} | {2 + 16 * LAYERS}
    return [
        np.ones(shape) if place in gains else 0.05 * uniform(int(np.prod(shape)), 30 + place).reshape(shape)
        for place, shape in enumerate(shapes)]
