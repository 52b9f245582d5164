// The loops of EngineLoops as one would write them by hand for exactly this purpose: derivatives worked out on paper,
// no graph, no allocation. The reference of ./bench engine.

/** Adam (Kingma and Ba 2015, the efficient order of section 2) on Rosenbrock's function from (-1.2, 1). */
export function rosenbrockByAdam(steps) {
  const learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7;
  const params = new Float64Array([-1.2, 1]);
  const gradient = new Float64Array(2);
  const m = new Float64Array(2);
  const v = new Float64Array(2);
  let loss = rosenbrock(params, gradient);
  for (let t = 1; t <= steps; t++) {
    const rate = (learningRate * Math.sqrt(1 - Math.pow(beta2, t))) / (1 - Math.pow(beta1, t));
    for (let i = 0; i < 2; i++) {
      const g = gradient[i];
      m[i] += (g - m[i]) * (1 - beta1);
      v[i] += (g * g - v[i]) * (1 - beta2);
      params[i] -= (rate * m[i]) / (Math.sqrt(v[i]) + epsilon);
    }
    loss = rosenbrock(params, gradient);
  }
  return loss;
}

function rosenbrock(params, gradient) {
  const [x, y] = params;
  const a = 1 - x;
  const b = y - x * x;
  gradient[0] = -2 * a - 400 * b * x;
  gradient[1] = 200 * b;
  return a * a + 100 * b * b;
}

/** Gradient descent on the chapter's linear model: x = [1, 2], y = 1, W = [0.1, 0.2], b = 0.3. */
export function linearBySgd(steps) {
  const learningRate = 0.01;
  const x = new Float64Array([1, 2]);
  const params = new Float64Array([0.1, 0.2, 0.3]);
  const gradient = new Float64Array(3);
  let loss = linear(params, x, gradient);
  for (let t = 1; t <= steps; t++) {
    for (let i = 0; i < 3; i++) params[i] -= learningRate * gradient[i];
    loss = linear(params, x, gradient);
  }
  return loss;
}

function linear(params, x, gradient) {
  const error = x[0] * params[0] + x[1] * params[1] + params[2] - 1;
  const slope = 2 * error;
  gradient[0] = slope * x[0];
  gradient[1] = slope * x[1];
  gradient[2] = slope;
  return error * error;
}
