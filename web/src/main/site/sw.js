// Keeps the site for when there is no network. The network is always asked first: pages and scripts stay of one build. What was
// loaded before this worker was there, the page itself adds.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answer(event.request));
});

async function answer(request) {
  const kept = await caches.open("fallline");
  try {
    const response = await fetch(request);
    // Where there is no room nothing is kept, and nothing breaks.
    if (response.ok) kept.put(request, response.clone()).catch(() => {});
    return response;
  } catch (error) {
    return (await kept.match(request, { ignoreSearch: true })) ?? Response.error();
  }
}
