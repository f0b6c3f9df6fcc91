"""UMAP of 5,000 points of 64 dimensions by umap-learn, seeded; the answer is the trustworthiness of 15 neighbours."""

import sys
import warnings

import numpy as np
from sklearn.manifold import trustworthiness
from timing import report
from umap import UMAP

warnings.simplefilter("ignore")
points = np.loadtxt(sys.argv[1], delimiter=",")
report(
    lambda: UMAP(random_state=42, n_jobs=1).fit_transform(points),
    lambda layout: [float(trustworthiness(points, layout, n_neighbors=15))])
