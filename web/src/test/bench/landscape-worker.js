// Evaluates rows of a grid with a module of its own, made of the bytes that it was sent; losses are transferred back.
import { instance, grid } from './landscape-grid.js';

let surface;

onmessage = ({ data }) => {
  if (data.bytes) {
    surface = instance(data.bytes, data.offsets, data.plane);
    postMessage('ready');
    return;
  }
  const losses = grid(surface, data.side, data.first, data.end);
  postMessage(losses, [losses.buffer]);
};
