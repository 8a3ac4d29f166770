// Keeps a hosted explorer working offline: a service worker. `readout build` puts a line above this one
// that defines SITE: its version, a hash of all files, and the names of those that the page needs.
//
// What is kept is served as it is kept, so that a page and its code always belong together. A new version
// waits until the reader says so or the last page is closed.
"use strict";

const PREFIX = `readout ${registration.scope} `;
const CACHE = PREFIX + SITE.version;

addEventListener("install", (event) => {
  const fresh = SITE.files.map((name) => new Request(name, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

addEventListener("activate", (event) => {
  const clean = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(clean());
});

addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    return (await cache.match(event.request, { ignoreSearch: true })) ?? fetch(event.request);
  };
  event.respondWith(answer());
});
