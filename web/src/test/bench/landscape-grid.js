// An emitted module over rows of a grid on [-1, 1]², as plain JavaScript calls it.

export function instance(bytes, [planeOffset, pointsOffset, resultsOffset, capacity], plane) {
  const { memory, evaluate } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  const numbers = (offset, count) => new Float64Array(memory.buffer, offset, count);
  plane.forEach((row, i) => numbers(planeOffset + 8 * i * row.length, row.length).set(row));
  return {
    u: numbers(pointsOffset, capacity),
    v: numbers(pointsOffset + 8 * capacity, capacity),
    losses: numbers(resultsOffset, capacity),
    capacity,
    evaluate,
  };
}

export function grid({ u, v, losses, capacity, evaluate }, side, first, end) {
  const all = new Float64Array((end - first) * side);
  for (let from = 0; from < all.length; from += capacity) {
    const count = Math.min(capacity, all.length - from);
    for (let k = 0; k < count; k++) {
      const i = first * side + from + k;
      u[k] = -1 + (2 * (i % side)) / (side - 1);
      v[k] = -1 + (2 * Math.floor(i / side)) / (side - 1);
    }
    evaluate(count);
    all.set(losses.subarray(0, count), from);
  }
  return all;
}
