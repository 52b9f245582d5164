// The engine's worker: WebAssembly where the browser has its garbage collection, else the same engine as JavaScript.

// Messages that arrive while the engine loads wait here; without a listener they would be lost.
const early = [];
const keep = (event) => early.push(event);
addEventListener("message", keep);

(await engine()).main([]);

removeEventListener("message", keep);
for (const { data, ports } of early) {
  dispatchEvent(new MessageEvent("message", { data, ports }));
}

async function engine() {
  if (hasGarbageCollection()) {
    try {
      const { load } = await import("./engine.wasm-runtime.js");
      return (await load(new URL("engine.wasm", import.meta.url).href)).exports;
    } catch (error) {
      console.warn("The engine runs as JavaScript:", error);
    }
  }
  return import("./engine.js");
}

// Tried on a module whose only content is a type: a structure of one byte.
function hasGarbageCollection() {
  return globalThis.WebAssembly?.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]));
}
