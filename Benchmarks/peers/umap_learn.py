"""UMAP by umap-learn, seeded; the answer is the trustworthiness of 15 neighbours."""

import warnings

from points import points
from sklearn.manifold import trustworthiness
from timing import report
from umap import UMAP

warnings.simplefilter("ignore")
data = points()
report(
    lambda: UMAP(random_state=42, n_jobs=1).fit_transform(data),
    lambda layout: [float(trustworthiness(data, layout, n_neighbors=15))], repetitions=1)
