// The page of ./bench landscape: one network's loss over a grid by each contender in turn.
import { instance, grid } from './landscape-grid.js';

const engine = (await (await import('./landscape-loops.wasm-runtime.js')).load('./landscape-loops.wasm')).exports;
const kernel = (await WebAssembly.instantiateStreaming(fetch('./landscape-reference.wasm'))).instance.exports;
const now = () => performance.now();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A network in doubles, as one would write it by hand. */
function plain({ sizes, activation, x, y, plane: [origin, a, b] }) {
  const f = activation === 'tanh' ? Math.tanh : (value) => Math.max(value, 0);
  return (side) => {
    const losses = new Float64Array(side * side);
    const params = new Float64Array(origin.length);
    const layers = sizes.map((size) => new Float64Array(size));
    for (let at = 0; at < losses.length; at++) {
      const u = -1 + (2 * (at % side)) / (side - 1);
      const v = -1 + (2 * Math.floor(at / side)) / (side - 1);
      for (let p = 0; p < params.length; p++) params[p] = origin[p] + u * a[p] + v * b[p];
      let sum = 0;
      for (let point = 0; point < y.length; point++) {
        for (let i = 0; i < sizes[0]; i++) layers[0][i] = x[point * sizes[0] + i];
        let w = 0;
        for (let layer = 1; layer < sizes.length; layer++) {
          const before = layers[layer - 1];
          const units = layers[layer];
          const bias = w + before.length * units.length;
          for (let unit = 0; unit < units.length; unit++) {
            let total = params[bias + unit];
            for (let i = 0; i < before.length; i++) total += before[i] * params[w + i * units.length + unit];
            units[unit] = layer === sizes.length - 1 ? total : f(total);
          }
          w = bias + units.length;
        }
        const error = layers[sizes.length - 1][0] - y[point];
        sum += error * error;
      }
      losses[at] = sum / y.length;
    }
    return losses;
  };
}

/** The kernel in C, a row of the grid a call. */
function reference({ sizes, activation, x, y, plane: [origin, a, b] }) {
  const { buffer } = kernel.memory;
  new Float64Array(buffer, kernel.origin(), origin.length).set(origin);
  new Float64Array(buffer, kernel.directionA(), a.length).set(a);
  new Float64Array(buffer, kernel.directionB(), b.length).set(b);
  new Int32Array(buffer, kernel.widths(), sizes.length).set(sizes);
  new Float32Array(buffer, kernel.inputs(), x.length).set(x);
  new Float32Array(buffer, kernel.targets(), y.length).set(y);
  return (side) => {
    const u = new Float64Array(buffer, kernel.us(), side);
    const row = new Float64Array(buffer, kernel.losses(), side);
    const losses = new Float64Array(side * side);
    for (let i = 0; i < side; i++) u[i] = -1 + (2 * i) / (side - 1);
    for (let i = 0; i < side; i++) {
      kernel.row(sizes.length, y.length, side, u[i], origin.length, activation === 'relu' ? 1 : 0);
      losses.set(row, i * side);
    }
    return losses;
  };
}

/** Two workers, a half of the rows each. */
async function workers(bytes, offsets, plane) {
  const pool = [0, 1].map(() => new Worker('./landscape-worker.js', { type: 'module' }));
  const answer = (worker) => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
  const ask = (worker, message, transferred) => {
    const answered = answer(worker);
    worker.postMessage(message, transferred);
    return answered;
  };
  await Promise.all(
    pool.map((worker) => {
      const own = bytes.slice();
      return ask(worker, { bytes: own, offsets, plane }, [own.buffer]);
    }),
  );
  const run = async (side) => {
    const half = side / 2;
    const halves = await Promise.all(
      pool.map((worker, i) => ask(worker, { side, first: i * half, end: (i + 1) * half }, [])),
    );
    const losses = new Float64Array(side * side);
    halves.forEach((part, i) => losses.set(part, i * half * side));
    return losses;
  };
  return { run, close: () => pool.forEach((worker) => worker.terminate()) };
}

async function timed(contender, side) {
  const start = now();
  await contender(side);
  return now() - start;
}

/**
 * Times all contenders in turn and compares their losses with those of the program in doubles; times in milliseconds.
 *
 * figure: {widths, activation, examples, side, rounds, part}; slow contenders are timed on a grid of side / part
 */
export async function compare({ widths, activation, examples, side, rounds, part }) {
  engine.choose(widths, activation, examples);
  const sizes = widths.split('-').map(Number);
  const data = engine.examples();
  const network = {
    sizes,
    activation,
    x: data.slice(0, sizes[0] * examples),
    y: data.slice(sizes[0] * examples),
    plane: [0, 1, 2].map((row) => engine.plane(row).slice()),
  };
  // The first time is what a visitor waits for; made again, the same bytes would be found in the browser's cache.
  const firstEmission = await timed(() => engine.emit(false));
  const fused = WebAssembly.validate(engine.emit(true));
  const kinds = fused ? [false, true] : [false];
  const modules = kinds.map((kind) => Uint8Array.from(new Uint8Array(engine.emit(kind).buffer.slice(0))));
  const offsets = [...engine.offsets()];
  const emission = await least(20, () => engine.emit(fused));
  const instantiation = await timed(() => instance(modules.at(-1), offsets, network.plane));
  const surfaces = modules.map((bytes) => instance(bytes, offsets, network.plane));
  const two = await workers(modules.at(-1), offsets, network.plane);
  const fast = {
    'C kernel': reference(network),
    strict: (n) => grid(surfaces[0], n, 0, n),
    relaxed: (n) => grid(surfaces.at(-1), n, 0, n),
    'two workers': two.run,
    engine: (n) => engine.emitted(n),
  };
  const slow = { JavaScript: plain(network), program: (n) => engine.program(n) };
  const small = side / part;
  const expected = engine.program(small);
  const errors = {};
  for (const [name, contender] of Object.entries({ ...fast, ...slow })) {
    const losses = await contender(small);
    errors[name] = losses.reduce((most, loss, i) => Math.max(most, Math.abs(loss / expected[i] - 1) || 0), 0);
  }
  // Until the compiler has replaced what it made in haste.
  for (const contender of Object.values(fast)) {
    await contender(side / 2);
    await pause(200);
  }
  const times = Object.fromEntries(Object.keys({ ...fast, ...slow }).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, contender] of Object.entries(fast)) times[name].push(await timed(contender, side));
  }
  for (const [name, contender] of Object.entries(slow)) {
    for (let round = 0; round < 2; round++) times[name].push((await timed(contender, small)) * part * part);
  }
  two.close();
  const best = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, Math.min(...all)]));
  return { fused, times: best, errors, firstEmission, emission, instantiation, bytes: modules.at(-1).length };
}

async function least(rounds, action) {
  let least = Infinity;
  for (let i = 0; i < rounds; i++) least = Math.min(least, await timed(action));
  return least;
}
