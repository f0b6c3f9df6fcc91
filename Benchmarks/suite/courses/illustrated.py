"""A lesson with 30 formulas and 4 figures."""

from suite.courses import formulas

FORMULAS = 30
DISPLAYS = 8
FIGURES = """\
```{softmax} close
scores: {Madrid: 1, Paris: 2, Berlin: 1}
fig-cap: Three scores after softmax.
```

```{plot} losses
series:
  - {x: "=linspace(0.01, 1, 200)", y: -log(x), label: cross-entropy}
  - {x: [0.2, 0.5], y: [1.6, 0.7], kind: points, label: measured}
fig-cap: A loss.
```

```{graph} loss
blocks: ["h = m*x + b", "p = 1/(1 + exp(-h))", "L = -log(p)"]
at: {m: 1, b: 0.5, x: 2}
fig-cap: A graph, with the derivatives.
```

```{chain} c
blocks: ["y = 2x", "z = y^2"]
at: {x: 3}
fig-cap: Two blocks.
```
"""


def lesson() -> str:
    """Its text, with two claims."""
    displays = "\n\n".join(formulas.display(0, index) for index in range(DISPLAYS))
    inlines = "\n".join(
        f"A sentence around {formulas.inline(0, index)}, which says a little."
        for index in range(FORMULAS - DISPLAYS))
    return (f"---\ntitle: An illustrated lesson\n---\n\nIt begins with words.\n\n{displays}\n\n{FIGURES}\n"
            f"{inlines}\n\nThe share is [58%](=close.p.Paris), and the loss [0.0789](=loss.value).\n")
