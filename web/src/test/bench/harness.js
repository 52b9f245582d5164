// What one page of ./bench engine runs: a platform's loops, chosen by name, each an object with
//   run(count), forward(count), gradient(count): from the start, as often as said
//   loss(): where the last run ended
// The references have forward and gradient only where they are compared.

const platforms = {
  JavaScript: async () => engine(await import('./loops.js')),
  WebAssembly: async () => engine((await (await import('./loops.wasm-runtime.js')).load('./loops.wasm')).exports),
  'hand-written': () => import('./handwritten.js'),
  'tfjs-cpu': () => tensorflow('cpu'),
  'tfjs-wasm': () => tensorflow('wasm'),
};

/** The engine takes its data and its weights from the same formulas on every platform; the others are given them. */
function engine(exports) {
  const choosing = (choose) => (task) => {
    choose(task);
    return exports;
  };
  return {
    linear: choosing(() => exports.linear()),
    rosenbrock: choosing(() => exports.rosenbrock()),
    tanh: choosing(() => exports.tanh()),
    network: choosing(({ widths, points, batch }) => exports.network(widths.join('-'), points, batch)),
  };
}

async function tensorflow(backend) {
  await script('./tfjs/tf.es2017.min.js');
  if (backend === 'wasm') {
    await script('./tfjs/tf-backend-wasm.es2017.min.js');
    tf.wasm.setWasmPaths(new URL('./tfjs/', import.meta.url).href);
  }
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js does not start its backend ${backend}`);
  await tf.ready();
  return import('./tensorflow.js');
}

function script(url) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = new URL(url, import.meta.url).href;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`cannot load ${url}`));
    document.head.append(element);
  });
}

let loops, loop;

export async function load(platform) {
  loops = await platforms[platform]();
}

/** Chooses a loop; task: {kind}, of a network also {widths, points, batch, learningRate, params, x, y}. */
export function prepare(task) {
  loop?.dispose?.();
  loop = loops[task.kind](task);
}

export function lossAfter(count) {
  loop.run(count);
  return loop.loss();
}

/** How often a second, called until the time is up, and at least once. part: 'run', 'forward' or 'gradient'. */
export function speed(part, count, seconds) {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  do {
    loop[part](count);
    calls++;
    elapsed = (performance.now() - start) / 1000;
  } while (elapsed < seconds);
  return (calls * count) / elapsed;
}
