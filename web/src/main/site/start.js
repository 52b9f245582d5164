import { main } from "./app.js";

main([]);

// In somebody else's page nothing is kept. Where the browser has no service workers, the page works all the same.
if (document.body.dataset.mode === "playground") {
  navigator.serviceWorker?.register(new URL("sw.js", import.meta.url)).catch(() => {});
}
