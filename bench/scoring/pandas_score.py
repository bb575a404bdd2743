"""Brier, isotonic fit and ten bins for every speaker of a table of forecasts.

The yardstick of bench/scoring: what an analyst would write with pandas and
scikit-learn. Usage: pandas_score.py FILE.csv > figures.json
"""

import json
import sys

import numpy as np
import pandas as pd
from sklearn.isotonic import IsotonicRegression


def figures(p, y):
    brier = float(np.mean((p - y) ** 2))
    fit = IsotonicRegression(y_min=0, y_max=1).fit_transform(p, y)
    base = y.mean()
    recalibrated = float(np.mean((fit - y) ** 2))
    bins = np.minimum(9, np.floor(p * 10 + 1e-9).astype(int))
    n = np.bincount(bins, minlength=10)
    kept = n > 0
    return {
        "n": len(p),
        "brier": brier,
        "mcb": brier - recalibrated,
        "dsc": base * (1 - base) - recalibrated,
        "bins": {
            "n": n[kept].tolist(),
            "mean_p": (np.bincount(bins, p, 10)[kept] / n[kept]).tolist(),
            "freq": (np.bincount(bins, y, 10)[kept] / n[kept]).tolist(),
        },
    }


def main():
    table = pd.read_csv(sys.argv[1])
    groups = {
        str(name): figures(g["p"].to_numpy(), g["y"].to_numpy(dtype=float))
        for name, g in table.groupby("speaker")
    }
    json.dump(groups, sys.stdout)


if __name__ == "__main__":
    main()
