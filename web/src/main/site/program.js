// The program of the site: WebAssembly where the browser has its garbage collection, else the same as JavaScript.
export async function program() {
  try {
    // Tried on a module whose only content is a type: a structure of one byte.
    const type = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]);
    if (globalThis.WebAssembly?.validate(type)) {
      const module = fetch(new URL("app.wasm", import.meta.url));
      const [{ load }, answer] = await Promise.all([import("./app.wasm-runtime.js"), module]);
      return (await load(answer)).exports;
    }
  } catch (error) {
    console.warn("The program runs as JavaScript:", error);
  }
  return import("./app.js");
}
