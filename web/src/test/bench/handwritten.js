// The loops as one would write them by hand for exactly this purpose: derivatives worked out on paper, flat typed arrays, no
// graph, nothing allocated in a step. The reference of ./bench engine; harness.js says what a loop is.

/** Adam (Kingma and Ba 2015, the efficient order of section 2) on Rosenbrock's function from (-1.2, 1). */
export function rosenbrock() {
  const learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7;
  const params = new Float64Array(2);
  const gradient = new Float64Array(2);
  const m = new Float64Array(2);
  const v = new Float64Array(2);
  let loss = 0;

  function evaluate() {
    const x = params[0];
    const a = 1 - x;
    const b = params[1] - x * x;
    gradient[0] = -2 * a - 400 * b * x;
    gradient[1] = 200 * b;
    return a * a + 100 * b * b;
  }

  function run(count) {
    params[0] = -1.2;
    params[1] = 1;
    m.fill(0);
    v.fill(0);
    loss = evaluate();
    for (let t = 1; t <= count; t++) {
      const rate = (learningRate * Math.sqrt(1 - Math.pow(beta2, t))) / (1 - Math.pow(beta1, t));
      for (let i = 0; i < 2; i++) {
        const g = gradient[i];
        m[i] += (g - m[i]) * (1 - beta1);
        v[i] += (g * g - v[i]) * (1 - beta2);
        params[i] -= (rate * m[i]) / (Math.sqrt(v[i]) + epsilon);
      }
      loss = evaluate();
    }
  }

  return {
    run,
    forward(count) {
      for (let t = 0; t < count; t++) {
        const a = 1 - params[0];
        const b = params[1] - params[0] * params[0];
        loss = a * a + 100 * b * b;
      }
    },
    gradient(count) {
      for (let t = 0; t < count; t++) loss = evaluate();
    },
    loss: () => loss,
  };
}

/** Gradient descent on the chapter's linear model: x = [1, 2], y = 1, W = [0.1, 0.2], b = 0.3. */
export function linear() {
  const learningRate = 0.01;
  const x = new Float64Array([1, 2]);
  const params = new Float64Array(3);
  const gradient = new Float64Array(3);
  let loss = 0;

  function evaluate() {
    const error = x[0] * params[0] + x[1] * params[1] + params[2] - 1;
    const slope = 2 * error;
    gradient[0] = slope * x[0];
    gradient[1] = slope * x[1];
    gradient[2] = slope;
    return error * error;
  }

  function run(count) {
    params[0] = 0.1;
    params[1] = 0.2;
    params[2] = 0.3;
    loss = evaluate();
    for (let t = 1; t <= count; t++) {
      for (let i = 0; i < 3; i++) params[i] -= learningRate * gradient[i];
      loss = evaluate();
    }
  }

  return {
    run,
    forward(count) {
      for (let t = 0; t < count; t++) {
        const error = x[0] * params[0] + x[1] * params[1] + params[2] - 1;
        loss = error * error;
      }
    },
    gradient(count) {
      for (let t = 0; t < count; t++) loss = evaluate();
    },
    loss: () => loss,
  };
}

/** The hyperbolic tangent of 1,000 numbers between -5 and 5. */
export function tanh() {
  let sum = 0;

  function run(count) {
    for (let sweep = 0; sweep < count; sweep++) {
      sum = 0;
      for (let i = 0; i < 1000; i++) sum += Math.tanh(i * 0.01 - 4.994);
    }
  }

  return { run, loss: () => sum };
}

/** A layer of tanh units; the weights of one unit lie side by side. */
class Dense {
  constructor(inputs, outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = new Float64Array(inputs * outputs);
    this.biases = new Float64Array(outputs);
    this.weightGradient = new Float64Array(inputs * outputs);
    this.biasGradient = new Float64Array(outputs);
    this.values = new Float64Array(outputs);
    /** The loss by each value. */
    this.slopes = new Float64Array(outputs);
  }

  forward(input) {
    const { inputs, outputs, weights, biases, values } = this;
    for (let j = 0, k = 0; j < outputs; j++) {
      let sum = biases[j];
      for (let i = 0; i < inputs; i++, k++) sum += weights[k] * input[i];
      values[j] = Math.tanh(sum);
    }
  }

  /** Adds this point's gradient; inputSlopes receives the loss by each input, unless it is null. */
  backward(input, inputSlopes) {
    const { inputs, outputs, weights, weightGradient, biasGradient, values, slopes } = this;
    if (inputSlopes !== null) inputSlopes.fill(0);
    for (let j = 0; j < outputs; j++) {
      const value = values[j];
      const slope = slopes[j] * (1 - value * value);
      const row = j * inputs;
      biasGradient[j] += slope;
      for (let i = 0; i < inputs; i++) weightGradient[row + i] += slope * input[i];
      if (inputSlopes !== null) {
        for (let i = 0; i < inputs; i++) inputSlopes[i] += slope * weights[row + i];
      }
    }
  }

  /** Descends, and forgets the gradient. */
  update(learningRate) {
    descend(this.weights, this.weightGradient, learningRate);
    descend(this.biases, this.biasGradient, learningRate);
  }
}

function descend(params, gradient, learningRate) {
  for (let i = 0; i < params.length; i++) params[i] -= learningRate * gradient[i];
  gradient.fill(0);
}

/**
 * Gradient descent on the mean squared error, batch after batch: each point forward and backward, then the update.
 *
 * params: each layer's weights (in, out), row-major, then its biases; x: two numbers a point; y: one.
 */
export function network(task) {
  const { widths, batch, learningRate } = task;
  const x = Float64Array.from(task.x);
  const y = Float64Array.from(task.y);
  const start = Float64Array.from(task.params);
  const layers = [];
  for (let l = 1; l < widths.length; l++) layers.push(new Dense(widths[l - 1], widths[l]));
  const last = layers[layers.length - 1];
  const input = new Float64Array(2);

  function restart() {
    let at = 0;
    for (const layer of layers) {
      for (let i = 0; i < layer.inputs; i++) {
        for (let j = 0; j < layer.outputs; j++) layer.weights[j * layer.inputs + i] = start[at++];
      }
      for (let j = 0; j < layer.outputs; j++) layer.biases[j] = start[at++];
      layer.weightGradient.fill(0);
      layer.biasGradient.fill(0);
    }
  }

  /** The error at a point. */
  function forward(point) {
    input[0] = x[2 * point];
    input[1] = x[2 * point + 1];
    let values = input;
    for (let l = 0; l < layers.length; l++) {
      layers[l].forward(values);
      values = layers[l].values;
    }
    return values[0] - y[point];
  }

  function backward(error) {
    last.slopes[0] = (2 * error) / batch;
    for (let l = layers.length - 1; l > 0; l--) layers[l].backward(layers[l - 1].values, layers[l - 1].slopes);
    layers[0].backward(input, null);
  }

  return {
    run(count) {
      restart();
      for (let pass = 0; pass < count; pass++) {
        for (let point = 0; point < y.length; point++) {
          backward(forward(point));
          if ((point + 1) % batch === 0) {
            for (let l = 0; l < layers.length; l++) layers[l].update(learningRate);
          }
        }
      }
    },
    forward(count) {
      restart();
      for (let pass = 0; pass < count; pass++) {
        for (let point = 0; point < y.length; point++) forward(point);
      }
    },
    gradient(count) {
      restart();
      for (let pass = 0; pass < count; pass++) {
        for (let point = 0; point < y.length; point++) backward(forward(point));
      }
    },
    loss() {
      let sum = 0;
      for (let point = 0; point < y.length; point++) {
        const error = forward(point);
        sum += error * error;
      }
      return sum / y.length;
    },
  };
}
