"""The same transformer in numpy, with the derivatives written by hand; seconds are those of one step."""

import json
import sys
import time

import numpy as np
from scipy.special import erf
from transformer_data import BATCH, CONTEXT, HEADS, LAYERS, LEARNING_RATE, STEPS, VOCABULARY, WIDTH, start, tokens

inputs, targets = tokens()
mask = np.where(np.tril(np.ones((CONTEXT, CONTEXT))) > 0, 0.0, -np.inf)
SCALE = 1 / np.sqrt(WIDTH // HEADS)


def normalize(x):
    centred = x - x.mean(-1, keepdims=True)
    deviation = np.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-5)
    return centred / deviation, deviation


def normalize_back(slope, gain, standard, deviation):
    flat = slope.reshape(-1, WIDTH)
    gains, biases = (flat * standard.reshape(-1, WIDTH)).sum(0), flat.sum(0)
    slope = slope * gain
    centred = slope - slope.mean(-1, keepdims=True) - standard * (slope * standard).mean(-1, keepdims=True)
    return centred / deviation, gains, biases


def linear_back(slope, x, weight):
    flat = slope.reshape(-1, slope.shape[-1])
    return slope @ weight, flat.T @ x.reshape(-1, x.shape[-1]), flat.sum(0)


def split(x):
    return x.reshape(BATCH, CONTEXT, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)


def join(x):
    return x.transpose(0, 2, 1, 3).reshape(BATCH, CONTEXT, WIDTH)


def softmax(scores):
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    return weights / weights.sum(-1, keepdims=True)


def block_forward(x, p):
    first, first_deviation = normalize(x)
    read = first * p[0] + p[1]
    q, k, v = (split(read @ p[place].T + p[place + 1]) for place in (2, 4, 6))
    pattern = softmax(q @ k.transpose(0, 1, 3, 2) * SCALE + mask)
    mixed = join(pattern @ v)
    middle = x + mixed @ p[8].T + p[9]
    second, second_deviation = normalize(middle)
    reread = second * p[10] + p[11]
    hidden = reread @ p[12].T + p[13]
    share = 0.5 * (1 + erf(hidden / np.sqrt(2)))
    bent = hidden * share
    return middle + bent @ p[14].T + p[15], (
        first, first_deviation, read, q, k, v, pattern, mixed, second, second_deviation, reread, hidden, share, bent)


def block_back(slope, p, kept):
    (first, first_deviation, read, q, k, v, pattern, mixed, second, second_deviation, reread, hidden, share,
     bent) = kept
    slopes = [None] * 16
    back, slopes[14], slopes[15] = linear_back(slope, bent, p[14])
    back = back * (share + hidden * np.exp(-0.5 * hidden * hidden) / np.sqrt(2 * np.pi))
    back, slopes[12], slopes[13] = linear_back(back, reread, p[12])
    back, slopes[10], slopes[11] = normalize_back(back, p[10], second, second_deviation)
    slope = slope + back
    back, slopes[8], slopes[9] = linear_back(slope, mixed, p[8])
    back = split(back)
    pattern_slope = back @ v.transpose(0, 1, 3, 2)
    scores = pattern * (pattern_slope - (pattern_slope * pattern).sum(-1, keepdims=True)) * SCALE
    parts = (scores @ k, scores.transpose(0, 1, 3, 2) @ q, pattern.transpose(0, 1, 3, 2) @ back)
    total = 0
    for place, part in zip((2, 4, 6), parts):
        back, slopes[place], slopes[place + 1] = linear_back(join(part), read, p[place])
        total = total + back
    back, slopes[0], slopes[1] = normalize_back(total, p[0], first, first_deviation)
    return slope + back, slopes


def value_and_gradient(parameters):
    stream = parameters[0][inputs] + parameters[1]
    kept = []
    for layer in range(LAYERS):
        stream, memory = block_forward(stream, parameters[2 + 16 * layer:18 + 16 * layer])
        kept.append(memory)
    standard, deviation = normalize(stream)
    read = standard * parameters[-3] + parameters[-2]
    probabilities = softmax(read @ parameters[-1].T).reshape(-1, VOCABULARY)
    place = np.arange(len(probabilities)), targets.reshape(-1)
    value = -np.log(probabilities[place]).mean()
    probabilities[place] -= 1
    slope = (probabilities / len(probabilities)).reshape(BATCH, CONTEXT, VOCABULARY)
    slope, unembedding, _ = linear_back(slope, read, parameters[-1])
    slope, gain, bias = normalize_back(slope, parameters[-3], standard, deviation)
    blocks = []
    for layer in reversed(range(LAYERS)):
        slope, slopes = block_back(slope, parameters[2 + 16 * layer:18 + 16 * layer], kept[layer])
        blocks = slopes + blocks
    embedding = np.zeros_like(parameters[0])
    np.add.at(embedding, inputs, slope)
    return value, [embedding, slope.sum(0)] + blocks + [gain, bias, unembedding]


def train():
    parameters = start()
    means, squares = ([np.zeros_like(array) for array in parameters] for _ in range(2))
    for count in range(1, STEPS + 1):
        value, slopes = value_and_gradient(parameters)
        for array, slope, mean, square in zip(parameters, slopes, means, squares):
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            array -= LEARNING_RATE * (mean / (1 - 0.9**count)) / (np.sqrt(square / (1 - 0.999**count)) + 1e-8)
    return float(value)


train()
seconds = []
for _ in range(int(sys.argv[-1])):
    began = time.perf_counter()
    value = train()
    seconds.append((time.perf_counter() - began) / STEPS)
print(json.dumps({"seconds": seconds, "answer": [value]}))
