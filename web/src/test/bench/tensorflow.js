// The loops in TensorFlow.js, as its guide trains: variables, a loss of tensors, optimizer.minimize. Data are tensors from the
// beginning, and nothing is read back before the end. The second reference of ./bench engine; harness.js says what a loop is.

/** Descent from the start. starts: a tensor a variable; losses: one a batch, each from the variables to a scalar. */
function descent(starts, losses, makeOptimizer) {
  const variables = starts.map((start) => tf.variable(start));

  function train(steps) {
    variables.forEach((variable, i) => variable.assign(starts[i]));
    const optimizer = makeOptimizer();
    for (let t = 0; t < steps; t++) {
      const batch = t % losses.length;
      optimizer.minimize(() => losses[batch](variables));
    }
    optimizer.dispose();
  }

  return {
    run: (count) => train(count * losses.length),
    loss() {
      let sum = 0;
      for (const loss of losses) sum += tf.tidy(() => loss(variables).dataSync()[0]);
      return sum / losses.length;
    },
    dispose: () => tf.dispose([variables, starts]),
  };
}

const meanSquaredError = (prediction, target) => prediction.sub(target).square().mean();

export function rosenbrock() {
  const rosenbrock = ([x, y]) => tf.scalar(1).sub(x).square().add(y.sub(x.square()).square().mul(100));
  return descent([tf.scalar(-1.2), tf.scalar(1)], [rosenbrock], () => tf.train.adam(0.001, 0.9, 0.999, 1e-7));
}

export function linear() {
  const x = tf.tensor2d([[1, 2]]);
  const y = tf.tensor2d([[1]]);
  const starts = [tf.tensor2d([[0.1], [0.2]]), tf.tensor1d([0.3])];
  const loss = ([w, b]) => meanSquaredError(x.matMul(w).add(b), y);
  return descent(starts, [loss], () => tf.train.sgd(0.01));
}

export function network({ widths, batch, learningRate, params, x, y }) {
  const starts = [];
  let at = 0;
  const take = (shape) => {
    const size = shape.reduce((a, b) => a * b);
    starts.push(tf.tensor(params.slice(at, at + size), shape));
    at += size;
  };
  for (let l = 1; l < widths.length; l++) {
    take([widths[l - 1], widths[l]]);
    take([widths[l]]);
  }
  const losses = [];
  for (let from = 0; from < y.length; from += batch) {
    const inputs = tf.tensor2d(x.slice(2 * from, 2 * (from + batch)), [batch, 2]);
    const targets = tf.tensor2d(y.slice(from, from + batch), [batch, 1]);
    losses.push((variables) => {
      let values = inputs;
      for (let i = 0; i < variables.length; i += 2) values = values.matMul(variables[i]).add(variables[i + 1]).tanh();
      return meanSquaredError(values, targets);
    });
  }
  return descent(starts, losses, () => tf.train.sgd(learningRate));
}
