"""A lesson of five cells of code, in the words of three tools: a walk, its length, its spread, a sum, a drawing."""

STEPS = 2000


def gradus(edition: int = 0) -> str:
    """The lesson for Gradus, in Swift, with a claim about what the second cell computes."""
    return f"""---
title: A walk
---

A walker tosses a coin before each step.

```{{swift}} walk
var state: UInt64 = {edition + 1}
func toss() -> Double {{
  state = state &* 6364136223846793005 &+ 1442695040888963407
  return state >> 63 == 1 ? 1 : -1
}}
var places = [0.0]
for _ in 0..<{STEPS} {{ places.append(places[places.count - 1] + toss()) }}
```

How many places are these?

```{{swift}} length
publish("places", places.count)
places.count
```

There are [{STEPS + 1:,}](=length.places).

```{{swift}}
let mean = places.reduce(0, +) / Double(places.count)
print("the mean is", mean)
```

```{{swift}}
let spread = (places.map {{ ($0 - mean) * ($0 - mean) }}.reduce(0, +) / Double(places.count)).squareRoot()
print("the spread is", spread)
```

```{{swift}} drawing
//| fig-cap: Where the walker goes.
let times = places.indices.map(Double.init)
publish("walk", Chart(x: Axis("step"), y: Axis("place"), marks: [.line(Line(x: times, y: places, label: "walk"))]))
```
"""


def _python(edition: int) -> list[str]:
    return [
        f"""import numpy as np
import matplotlib.pyplot as plt
tosses = np.random.default_rng({edition + 1}).choice([-1, 1], size={STEPS})
places = np.concatenate([[0], np.cumsum(tosses)])""",
        "len(places)",
        """mean = places.mean()
print("the mean is", mean)""",
        """spread = places.std()
print("the spread is", spread)""",
        """plt.plot(places)
plt.xlabel("step")
plt.ylabel("place");"""]


def myst(edition: int = 0) -> str:
    """The same for jupyter-book."""
    cells = "\n\n".join(f"```{{code-cell}}\n{code}\n```" for code in _python(edition))
    return f"""---
file_format: mystnb
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# A walk

A walker tosses a coin before each step.

{cells}
"""


def r_markdown(edition: int = 0) -> str:
    """The same for knitr."""
    codes = [
        f"set.seed({edition + 1})\nplaces <- c(0, cumsum(sample(c(-1, 1), {STEPS}, replace = TRUE)))",
        "length(places)",
        'mean_place <- mean(places)\ncat("the mean is", mean_place)',
        'spread <- sd(places)\ncat("the spread is", spread)',
        'plot(places, type = "l", xlab = "step", ylab = "place")']
    cells = "\n\n".join(f"```{{r}}\n{code}\n```" for code in codes)
    return f"---\ntitle: A walk\n---\n\nA walker tosses a coin before each step.\n\n{cells}\n"
