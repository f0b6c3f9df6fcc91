"""The same perceptron in numpy, with the derivatives written by hand."""

import numpy as np
from mlp_data import BATCH, LEARNING_RATE, STEPS, batch, start
from timing import report

inputs, labels = batch()
truth = np.eye(4)[labels]


def forward(parameters):
    layers = [inputs]
    for weight, bias in parameters[:-1]:
        layers.append(np.maximum(layers[-1] @ weight + bias, 0))
    weight, bias = parameters[-1]
    scores = layers[-1] @ weight + bias
    scores -= scores.max(axis=1, keepdims=True)
    probabilities = np.exp(scores)
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    return layers, probabilities


def gradient(parameters):
    layers, probabilities = forward(parameters)
    slope = (probabilities - truth) / BATCH
    slopes = []
    for place in reversed(range(len(parameters))):
        slopes += [slope.sum(axis=0), layers[place].T @ slope]
        if place:
            slope = (slope @ parameters[place][0].T) * (layers[place] > 0)
    return slopes[::-1]


def train():
    parameters = start()
    flat = [array for layer in parameters for array in layer]
    means, squares = ([np.zeros_like(array) for array in flat] for _ in range(2))
    for count in range(1, STEPS + 1):
        for array, slope, mean, square in zip(flat, gradient(parameters), means, squares):
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            array -= LEARNING_RATE * (mean / (1 - 0.9**count)) / (np.sqrt(square / (1 - 0.999**count)) + 1e-8)
    return parameters


report(train, lambda parameters: [float(-np.mean(np.log((forward(parameters)[1] * truth).sum(axis=1))))])
