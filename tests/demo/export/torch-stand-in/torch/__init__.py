"""The few functions of PyTorch that an exported program calls, over NumPy: arithmetic is the same float64, gradients are written out."""
from types import SimpleNamespace

import numpy as np

float64, inf = np.float64, np.inf


class Tensor(np.ndarray):
    def detach(self):
        return self.copy()

    def requires_grad_(self):
        return self

    def sign(self):
        return np.sign(self)

    def abs(self):
        return np.abs(self)

    def clamp(self, min):
        return np.maximum(self, min)

    def std(self, dim=None, unbiased=True):
        return tensor(np.std(self.view(np.ndarray), axis=dim, ddof=1 if unbiased else 0))

    def to(self, dtype):
        return self.astype(dtype)

    def __matmul__(self, other):
        product = tensor(np.matmul(self.view(np.ndarray), np.asarray(other)))
        product.factor = self
        return product


def tensor(values):
    return np.array(values).view(Tensor)


def ones(*shape):
    return tensor(np.ones(shape))


def zeros_like(values):
    return tensor(np.zeros_like(values))


def cat(parts, dim):
    return tensor(np.concatenate(parts, axis=dim))


def unique(values, return_inverse):
    found, inverse = np.unique(np.asarray(values), return_inverse=return_inverse)
    return tensor(found), tensor(inverse)


def set_default_dtype(dtype):
    assert dtype is float64


def through(scores, slope):
    """A loss whose only use is its gradient with respect to the weights that made the scores."""
    return SimpleNamespace(gradient=tensor(np.asarray(scores.factor).T @ slope))


def mse_loss(scores, y):
    return through(scores, 2 * np.asarray(scores - y) / len(y))


def binary_cross_entropy_with_logits(scores, y):
    return through(scores, np.asarray(1 / (1 + np.exp(-scores)) - y) / len(y))


def cross_entropy(scores, y):
    odds = np.exp(np.asarray(scores) - np.asarray(scores).max(axis=1, keepdims=True))
    return through(scores, (odds / odds.sum(axis=1, keepdims=True) - np.eye(odds.shape[1])[np.asarray(y)]) / len(y))


nn = SimpleNamespace(
    functional=SimpleNamespace(
        mse_loss=mse_loss, binary_cross_entropy_with_logits=binary_cross_entropy_with_logits, cross_entropy=cross_entropy
    )
)
autograd = SimpleNamespace(grad=lambda loss, w: (loss.gradient,))
linalg = SimpleNamespace(matrix_norm=lambda values, order: np.linalg.norm(np.asarray(values), order))
