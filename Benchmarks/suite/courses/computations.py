"""A lesson of three small computations and a plot, in the words of three tools."""

import math
import random
from dataclasses import dataclass

from suite.courses.words import sentences, wrapped

CITIES = ["Madrid", "Paris", "Berlin"]


@dataclass(frozen=True)
class Numbers:
    """What a lesson computes with; an edition differs from another in the temperature alone."""

    values: list[float]
    scores: list[float]
    temperature: float
    factor: float
    start: float

    @classmethod
    def of(cls, number: int, edition: int = 0) -> "Numbers":
        """The numbers of one lesson."""
        source = random.Random(number)
        return cls(
            values=[round(source.uniform(0, 10), 2) for _ in range(8)],
            scores=[round(source.uniform(0, 3), 2) for _ in CITIES],
            temperature=round(1 + edition / 100, 2),
            factor=round(source.uniform(0.5, 2), 2),
            start=round(source.uniform(0.1, 1), 2))

    @property
    def spread(self) -> float:
        """The standard deviation of the values."""
        mean = sum(self.values) / len(self.values)
        return math.sqrt(sum((value - mean) ** 2 for value in self.values) / len(self.values))

    @property
    def paris(self) -> float:
        """The probability of the second city."""
        powers = [math.exp(score / self.temperature) for score in self.scores]
        return powers[1] / sum(powers)

    @property
    def slope(self) -> float:
        """The derivative of exp(-(factor x + 1)) at the start."""
        return -self.factor * math.exp(-(self.factor * self.start + 1))


def _text(number: int) -> list[str]:
    source = random.Random(-1 - number)
    return [wrapped(sentences(source, 60)) for _ in range(4)]


def gradus(number: int, edition: int = 0) -> str:
    """The lesson for Gradus: directives, and a claim about each computation."""
    numbers, text = Numbers.of(number, edition), _text(number)
    scores = ", ".join(f"{city}: {score}" for city, score in zip(CITIES, numbers.scores))
    return f"""---
title: Experiment {number}
---

{text[0]}

```{{let}}
values: {numbers.values}
spread: =sqrt(mean((values - mean(values))^2))
```

The spread is [{numbers.spread:.3g}](=spread). {text[1]}

```{{softmax}} beliefs
scores: {{{scores}}}
temperature: {numbers.temperature}
fig-cap: What the scores become.
```

Paris gets [{numbers.paris:.3g}](=beliefs.p.Paris). {text[2]}

```{{chain}} blocks
blocks: [y = {numbers.factor}x + 1, z = exp(-y)]
at: {{x: {numbers.start}}}
fig-cap: Two blocks in a row.
```

The slope is $\\claim{{{numbers.slope:.3g}}}{{blocks.dz_dx}}$, as @fig-curve shows. {text[3]}

```{{plot}} curve
series:
  - {{x: "=linspace(0, 4, 100)", y: exp(-({numbers.factor}x + 1)), label: z}}
x: {{label: x}}
y: {{label: z}}
fig-cap: How z falls with x.
```
"""


def myst(number: int, edition: int = 0) -> str:
    """The same for jupyter-book, with numpy and matplotlib."""
    numbers, text = Numbers.of(number, edition), _text(number)
    return f"""---
file_format: mystnb
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# Experiment {number}

{text[0]}

```{{code-cell}}
import numpy as np
import matplotlib.pyplot as plt
values = np.array({numbers.values})
values.std()
```

{text[1]}

```{{code-cell}}
powers = np.exp(np.array({numbers.scores}) / {numbers.temperature})
powers / powers.sum()
```

{text[2]}

```{{code-cell}}
x = {numbers.start}
y = {numbers.factor} * x + 1
z = np.exp(-y)
-z * {numbers.factor}
```

{text[3]}

```{{code-cell}}
x = np.linspace(0, 4, 100)
plt.plot(x, np.exp(-({numbers.factor} * x + 1)), label="z")
plt.xlabel("x")
plt.ylabel("z");
```
"""


def r_markdown(number: int, edition: int = 0) -> str:
    """The same for knitr."""
    numbers, text = Numbers.of(number, edition), _text(number)
    values, scores = (", ".join(map(str, entries)) for entries in (numbers.values, numbers.scores))
    return f"""---
title: Experiment {number}
---

{text[0]}

```{{r}}
values <- c({values})
spread <- sqrt(mean((values - mean(values))^2))
```

The spread is `r signif(spread, 3)`. {text[1]}

```{{r}}
powers <- exp(c({scores}) / {numbers.temperature})
beliefs <- powers / sum(powers)
```

Paris gets `r signif(beliefs[2], 3)`. {text[2]}

```{{r}}
slope <- eval(D(quote(exp(-({numbers.factor} * x + 1))), "x"), list(x = {numbers.start}))
```

The slope is `r signif(slope, 3)`. {text[3]}

```{{r}}
curve(exp(-({numbers.factor} * x + 1)), 0, 4, ylab = "z")
```
"""
