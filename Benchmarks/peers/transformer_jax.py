"""A 4-layer transformer trained by Adam in JAX's compiled step, in double precision; seconds are those of one step."""

import json
import os
import sys
import time

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax
import jax.numpy as jnp
from transformer_data import BATCH, CONTEXT, HEADS, LAYERS, LEARNING_RATE, STEPS, WIDTH, start, tokens

jax.config.update("jax_enable_x64", True)
inputs, targets = (jnp.array(array) for array in tokens())
mask = jnp.where(jnp.tril(jnp.ones((CONTEXT, CONTEXT))) > 0, 0.0, -jnp.inf)
over = jax.tree_util.tree_map


def normalized(x, gain, bias):
    centred = x - x.mean(-1, keepdims=True)
    return centred / jnp.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-5) * gain + bias


def attended(x, q, qb, k, kb, v, vb, o, ob):
    def heads(weight, bias):
        return (x @ weight.T + bias).reshape(BATCH, CONTEXT, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)
    scores = heads(q, qb) @ heads(k, kb).transpose(0, 1, 3, 2) / jnp.sqrt(WIDTH // HEADS) + mask
    mixed = jax.nn.softmax(scores) @ heads(v, vb)
    return mixed.transpose(0, 2, 1, 3).reshape(BATCH, CONTEXT, WIDTH) @ o.T + ob


def loss(parameters):
    stream = parameters[0][inputs] + parameters[1]
    for layer in range(LAYERS):
        block = parameters[2 + 16 * layer:18 + 16 * layer]
        stream = stream + attended(normalized(stream, *block[:2]), *block[2:10])
        hidden = jax.nn.gelu(normalized(stream, *block[10:12]) @ block[12].T + block[13], approximate=False)
        stream = stream + hidden @ block[14].T + block[15]
    scores = jax.nn.log_softmax(normalized(stream, *parameters[-3:-1]) @ parameters[-1].T)
    return -jnp.take_along_axis(scores, targets[..., None], -1).mean()


@jax.jit
def step(parameters, mean, square, count):
    value, slope = jax.value_and_grad(loss)(parameters)
    mean = over(lambda m, g: 0.9 * m + 0.1 * g, mean, slope)
    square = over(lambda v, g: 0.999 * v + 0.001 * g * g, square, slope)
    moved = over(
        lambda p, m, v: p - LEARNING_RATE * (m / (1 - 0.9**count)) / (jnp.sqrt(v / (1 - 0.999**count)) + 1e-8),
        parameters, mean, square)
    return value, moved, mean, square


def train():
    parameters = [jnp.array(array) for array in start()]
    mean = square = over(jnp.zeros_like, parameters)
    for count in range(1, STEPS + 1):
        value, parameters, mean, square = step(parameters, mean, square, float(count))
    return float(value)


train()
seconds = []
for _ in range(int(sys.argv[-1])):
    began = time.perf_counter()
    value = train()
    seconds.append((time.perf_counter() - began) / STEPS)
print(json.dumps({"seconds": seconds, "answer": [value]}))
