"""Formulas to repeat among lessons, as those of a real course do."""

INLINE = [
    "h_{{{i}}}", "x^{{{i}}} + {b}", r"\hat y_{{{i}}} \approx {b}", r"\alpha_{{{i}}} \le \beta_{{{b}}}",
    "e^{{-{i}x}} / {b}", r"\log p_{{{i},{b}}}", r"\sqrt{{{i}^2 + {b}^2}}", r"\nabla L(w_{{{i}}}) + {b}",
    r"W_{{{i}}} \in \mathbb{{R}}^{{n \times {b}}}", r"\lVert v_{{{i}}} \rVert_{{{b}}}",
]
DISPLAY = [
    r"p_{{{i}}} = \frac{{e^{{h_{{{i}}} / T}}}}{{\sum_{{j=1}}^{{{b}}} e^{{h_j / T}}}}",
    r"\frac{{\partial L}}{{\partial w_{{{i}}}}} = \sum_{{k=1}}^{{{b}}} (p_k - y_k)\, x_{{{i}}}",
    r"A_{{{i}}} = \begin{{pmatrix}} 1 & {i} \\ {b} & \lambda \end{{pmatrix}}",
    r"\int_0^{{{i}}} \frac{{\sin x}}{{x + {b}}}\, dx \le \sqrt{{\pi {i}}}",
    r"f_{{{i}}}(x) = \begin{{cases}} x^{{{i}}} & x > {b} \\ 0 & \text{{otherwise}} \end{{cases}}",
    r"L(N, D) = E_{{{i}}} + \frac{{A}}{{N^{{0.{b}}}}} + \frac{{B}}{{D^{{0.{i}}}}}",
]

# Of 1,800 formulas in a block of 100 lessons, 134 + 66 differ.
INLINE_PER_BLOCK = 134
DISPLAY_PER_BLOCK = 66


def inline(block: int, index: int) -> str:
    """One of a block's formulas for a line of text."""
    number = index % INLINE_PER_BLOCK
    return "$" + INLINE[number % len(INLINE)].format(i=number + 2, b=block + 2) + "$"


def display(block: int, index: int) -> str:
    """One of a block's formulas for a paragraph of its own."""
    number = index % DISPLAY_PER_BLOCK
    return "$$\n" + DISPLAY[number % len(DISPLAY)].format(i=number + 2, b=block + 2) + "\n$$"
