// Keeps the page with its script and styles, so that the screen starts without a network.

const CACHE = "screen";

function files() {
  const parts = [...document.querySelectorAll("link[href], script[src], img[src^='/']")];
  return [location.pathname, ...parts.map((part) => new URL(part.href || part.src).pathname)];
}

export async function keep(worker) {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(worker);
    const wanted = files();
    const cache = await caches.open(CACHE);
    await cache.addAll(wanted);
    const old = (await cache.keys()).filter(({ url }) => !wanted.includes(new URL(url).pathname));
    await Promise.all(old.map((request) => cache.delete(request)));
  } catch {
    // Without a network now, or forbidden to keep anything: the next load tries again.
  }
}

export async function forget() {
  if ("caches" in window) await caches.delete(CACHE);
}
