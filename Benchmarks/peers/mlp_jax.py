"""A multilayer perceptron 2-64-64-4 trained by Adam, in JAX's compiled loop, in double precision."""

import os

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax
import jax.numpy as jnp
from mlp_data import LEARNING_RATE, STEPS, batch, start
from timing import report

jax.config.update("jax_enable_x64", True)
inputs, labels = (jnp.array(array) for array in batch())
over = jax.tree_util.tree_map


def loss(parameters):
    values = inputs
    for weight, bias in parameters[:-1]:
        values = jax.nn.relu(values @ weight + bias)
    weight, bias = parameters[-1]
    scores = jax.nn.log_softmax(values @ weight + bias)
    return -jnp.mean(scores[jnp.arange(len(labels)), labels])


def step(index, state):
    parameters, mean, square = state
    slope = jax.grad(loss)(parameters)
    mean = over(lambda m, g: 0.9 * m + 0.1 * g, mean, slope)
    square = over(lambda v, g: 0.999 * v + 0.001 * g * g, square, slope)
    count = index + 1.0
    moved = over(
        lambda p, m, v: p - LEARNING_RATE * (m / (1 - 0.9**count)) / (jnp.sqrt(v / (1 - 0.999**count)) + 1e-8),
        parameters, mean, square)
    return moved, mean, square


train = jax.jit(lambda state: jax.lax.fori_loop(0, STEPS, step, state))
first = over(jnp.array, start())
zero = over(jnp.zeros_like, first)
report(lambda: jax.block_until_ready(train((first, zero, zero)))[0], lambda parameters: [float(loss(parameters))])
