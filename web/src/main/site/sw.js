// Keeps the site for when there is no network. The network is always asked first: pages and scripts stay of one build.
const KEPT = "fallline";

// The page itself adds the build of the engine that it runs.
const SITE = [
  "./",
  "./app.js",
  "./fallline.css",
  "./icon.svg",
  "./opening-dark.svg",
  "./opening-light.svg",
  "./start.js",
  "./still.js",
  "./worker.js",
];

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(SITE)));
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) {
    event.respondWith(answer(event.request));
  }
});

async function answer(request) {
  const kept = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok) {
      // Where there is no room nothing is kept, and nothing breaks.
      kept.put(request, response.clone()).catch(() => {});
    }
    return response;
  } catch (error) {
    return (await kept.match(request, { ignoreSearch: true })) ?? Response.error();
  }
}
