// What there is to see comes before the program, which is ten times as large.
const still = document.getElementById("still");
if (still && !document.hidden) {
  await still.decode().catch(() => {});
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
}
const { program = "./app.js", mode } = document.body.dataset;
(await import(program)).main([]);

// In somebody else's page nothing is kept. Where the browser has no service workers, the page works all the same. It can wait
// until the page has begun.
if (mode === "playground") {
  setTimeout(() => navigator.serviceWorker?.register(new URL("sw.js", import.meta.url)).then(keepLoaded, () => {}), 3000);
}

// What was loaded before the service worker was there, and what the page loads while it starts.
function keepLoaded() {
  keep(document.querySelector("link[rel=home]").href);
  new PerformanceObserver((list) => {
    for (const { name, initiatorType } of list.getEntries()) {
      if (initiatorType !== "fetch" && new URL(name).origin === location.origin) {
        keep(name);
      }
    }
  }).observe({ type: "resource", buffered: true });
}

async function keep(address) {
  const kept = await caches.open("fallline");
  if (!(await kept.match(address))) {
    kept.add(address).catch(() => {});
  }
}
