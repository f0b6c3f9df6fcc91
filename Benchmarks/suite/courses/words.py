"""Prose without meaning, the same for the same seed."""

import random

WORDS = """
a above again almost although and any around as at average because before below between both but by chance
change clear close common curve data difference direction distance each edge either every example few figure
first flat follow for found from function gradient great grows has height here how however idea in input into
is it large larger later layer learns least leaves less lesson line little long loss many map mean measure
model more most moves near never network neuron next none not number of often on once one only or other output
over parameter part place plane point probability question rather rule same sample score second seen sets
shape share short side since size slope small so some space stands step sum surface than that the their then
there they thing third this through time together too towards twice under until value vector very was weight
well what when where which while whole why width with without word works yet zero
""".split()


def sentence(source: random.Random, words: int) -> list[str]:
    """So many words, the first in upper case and the last with a full stop."""
    chosen = [source.choice(WORDS) for _ in range(words)]
    if words > 8:
        chosen[words // 2] += ","
    chosen[0] = chosen[0].capitalize()
    chosen[-1] += "."
    return chosen


def sentences(source: random.Random, words: int) -> list[str]:
    """Sentences of some dozen words each, so many words together."""
    result: list[str] = []
    while words - len(result) > 20:
        result += sentence(source, source.randint(8, 16))
    return result + sentence(source, words - len(result))


def phrase(source: random.Random, words: int) -> str:
    """A few words for a heading, an item of a list or a cell of a table."""
    return " ".join(sentence(source, words)).rstrip(".")


def wrapped(tokens: list[str], width: int = 100) -> str:
    """Words and formulas in lines, none of them broken apart."""
    lines, line = [], ""
    for token in tokens:
        if line and len(line) + 1 + len(token) > width:
            lines.append(line)
            line = token
        else:
            line = f"{line} {token}" if line else token
    return "\n".join([*lines, line])
