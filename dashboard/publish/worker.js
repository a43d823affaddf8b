// Keeps the edition for times without a network. While there is a network, everything comes from it, so nothing is old.
// publish/worker.py writes VERSION and FILES above this line.

const OURS = `edition ${registration.scope} `; // other editions may be on the same site
const NAME = OURS + VERSION;

addEventListener("install", (event) => {
  const keep = async () => {
    const kept = await caches.open(NAME);
    await kept.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
    await skipWaiting();
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(tidy());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(fetch(request).then((answer) => visited(request, answer), () => known(request)));
});

// Keep a page that was visited, such as that of an event. There are too many of them to keep all.
async function visited(request, answer) {
  if (request.mode === "navigate" && answer.ok && !answer.redirected) {
    const kept = await caches.open(NAME);
    await kept.put(file(request), answer.clone());
  }
  return answer;
}

async function known(request) {
  const kept = await caches.open(NAME);
  return (await kept.match(file(request))) ?? Response.error();
}

// Give the address of a file. The query says what a page shows, and not which file it is.
function file({ url }) {
  const { origin, pathname } = new URL(url);
  return origin + (pathname.endsWith("/") ? `${pathname}index.html` : pathname);
}
