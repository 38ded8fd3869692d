// Lets the screen start without a network: what the network gives goes first, what was kept comes second.

const CACHE = "screen";
const PATIENCE = 8000;

async function fromNetwork(request, cache, path) {
  const answer = await fetch(request);
  if (answer.ok) await cache.put(path, answer.clone());
  if (answer.status === 404 || answer.status === 410) await cache.delete(path);
  return answer;
}

async function answer(request, path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(path);
  if (!kept) return fromNetwork(request, cache, path);
  const late = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE, kept);
  });
  try {
    const given = await Promise.race([fromNetwork(request, cache, path), late]);
    return given.status >= 500 ? kept : given;
  } catch {
    return kept;
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  // The page keeps its data by itself: an old answer may not look like a new one.
  const isOurs = event.request.method === "GET" && origin === self.location.origin && !pathname.endsWith(".json");
  if (isOurs) event.respondWith(answer(event.request, pathname));
});
