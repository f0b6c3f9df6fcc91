"""A power law with a floor, 50 points, from 200 starts, by scipy.optimize.curve_fit; seconds are those of all starts."""

import warnings

import numpy as np
from mlp_data import uniform
from scipy.optimize import curve_fit
from timing import report

warnings.simplefilter("ignore")
x = np.logspace(0, 4, 50)
y = 3 * x**-0.4 + 0.5 + 0.01 * uniform(50, 3)
starts = np.stack([
    10 ** uniform(200, 4), -1.05 + uniform(200, 5), 1 + uniform(200, 6)], axis=1)


def fit_all():
    found = []
    for start in starts:
        try:
            found.append(curve_fit(lambda x, a, b, c: a * x**b + c, x, y, p0=start)[0])
        except RuntimeError:
            continue
    squares = [float(((y - (a * x**b + c)) ** 2).sum()) for a, b, c in found]
    best = min(squares)
    return best, sum(square <= best * (1 + 1e-6) for square in squares)


report(fit_all, lambda result: [result[0], float(result[1])])
