"""The Chinchilla law fitted by scipy's L-BFGS-B with an analytic gradient, from every hundredth start of the grid.

The first argument is the table of runs; the seconds reported are those of one start.
"""

import csv
import itertools
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize

DELTA = 1e-3
# Runs whose loss is not below the fifth largest are left out (Besiroglu et al. 2024).
DROPPED = 5


def runs(path: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Logarithms of parameters, tokens (from 6 N D operations) and loss."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = [[float(row[key]) for key in ("Model Size", "Training FLOP", "loss")] for row in csv.DictReader(file)]
    size, operations, loss = np.array(rows).T
    kept = loss < np.sort(loss)[-DROPPED]
    return np.log(size[kept]), np.log(operations[kept] / (6 * size[kept])), np.log(loss[kept])


def objective(point, log_size, log_tokens, log_loss):
    """The sum of Huber losses of the logarithms, and its gradient."""
    a, b, e, alpha, beta = point
    terms = np.stack([a - alpha * log_size, b - beta * log_tokens, np.full_like(log_size, e)])
    top = terms.max(axis=0)
    weights = np.exp(terms - top)
    total = weights.sum(axis=0)
    error = top + np.log(total) - log_loss
    weights /= total
    size = np.abs(error)
    value = np.where(size <= DELTA, error * error / 2, DELTA * (size - DELTA / 2)).sum()
    slope = np.clip(error, -DELTA, DELTA)
    shares = weights * slope
    return value, np.array([
        shares[0].sum(), shares[1].sum(), shares[2].sum(),
        -(shares[0] * log_size).sum(), -(shares[1] * log_tokens).sum()])


data = runs(sys.argv[1])
grid = list(itertools.product(
    [0, 5, 10, 15, 20, 25], [0, 5, 10, 15, 20, 25], [-1, -0.5, 0, 0.5, 1], [0, 0.5, 1, 1.5, 2], [0, 0.5, 1, 1.5, 2]))
starts = grid[::100]
options = {"maxiter": 15000, "maxfun": 15000, "ftol": 1e-15, "gtol": 1e-10}


def fit_all():
    return min((
        minimize(objective, start, args=data, jac=True, method="L-BFGS-B", options=options) for start in starts),
        key=lambda result: result.fun)


seconds = []
for _ in range(int(sys.argv[-1])):
    began = time.perf_counter()
    best = fit_all()
    seconds.append((time.perf_counter() - began) / len(starts))
print(json.dumps({"seconds": seconds, "answer": [float(best.fun)]}))
