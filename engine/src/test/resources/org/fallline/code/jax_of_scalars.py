"""Runs walk_jax.py with as much of JAX as a function of scalars needs: derivatives by dual numbers."""

import math
import pathlib
import sys
import types


class Scalar(float):
    """A float with the methods that programs print it by."""

    def item(self):
        return float(self)

    tolist = item


class Dual:
    def __init__(self, value, slope=0.0):
        self.value, self.slope = float(value), float(slope)

    @staticmethod
    def of(x):
        return x if isinstance(x, Dual) else Dual(x)

    def __add__(self, other):
        other = Dual.of(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    __radd__ = __add__

    def __neg__(self):
        return Dual(-self.value, -self.slope)

    def __sub__(self, other):
        return self + -Dual.of(other)

    def __rsub__(self, other):
        return Dual.of(other) - self

    def __mul__(self, other):
        other = Dual.of(other)
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    __rmul__ = __mul__

    def __pow__(self, power):
        return Dual(self.value**power, power * self.value ** (power - 1) * self.slope)


def value_and_grad(loss):
    def both(params):
        gradients = []
        for i in range(len(params)):
            result = loss([Dual(w, 1.0 if k == i else 0.0) for k, w in enumerate(params)])
            gradients.append(result.slope)
        return Scalar(result.value), gradients

    return both


jnp = types.ModuleType("jax.numpy")
jnp.array = Scalar
jnp.zeros_like = lambda w: 0.0
jnp.full_like = lambda w, value: value
jnp.sqrt, jnp.abs, jnp.maximum, jnp.sum = math.sqrt, abs, max, lambda x: x
jnp.sign = lambda x: float((x > 0) - (x < 0))
jnp.clip = lambda x, least, most: max(least, x if most is None else min(x, most))
jax = types.ModuleType("jax")
jax.numpy, jax.value_and_grad, jax.jit = jnp, value_and_grad, lambda f: f
jax.config = types.SimpleNamespace(update=lambda name, value: None)
jax.scipy = types.ModuleType("jax.scipy")
jax.scipy.special = types.ModuleType("jax.scipy.special")
sys.modules.update(
    {"jax": jax, "jax.numpy": jnp, "jax.scipy": jax.scipy, "jax.scipy.special": jax.scipy.special}
)
text = (pathlib.Path(sys.argv[1]) / "walk_jax.py").read_text(encoding="utf-8")
# What an update gives is a plain float here, and no array of no dimension.
exec(text.replace("w.tolist()", "float(w)"), {"__name__": "__main__"})
