// Asks the server whether something has changed, and keeps its last answer for when there is no network.

const EVERY = 10_000;
const PATIENCE = 30_000;
const CLOCK_FAR_OFF = 120_000;

const names = (source) => [`screen:${source}`, `screen-at:${source}`];

/** The last answer and when the server was last heard, or nothing. */
export function restored(source) {
  const [answerName, atName] = names(source);
  try {
    const answer = JSON.parse(localStorage.getItem(answerName));
    return answer && { ...answer, at: Number(localStorage.getItem(atName)) };
  } catch {
    return null;
  }
}

function store(source, at, answer) {
  const [answerName, atName] = names(source);
  try {
    if (answer) localStorage.setItem(answerName, JSON.stringify(answer));
    localStorage.setItem(atName, at);
  } catch {
    // A full or forbidden store: the screen goes on, but a reload needs the network.
  }
}

export function watch(source, kept, { onContact, onData, onGone }) {
  let etag = (kept && kept.etag) || "";
  let asked = 0;
  let running = null;

  async function answer(signal) {
    const headers = etag ? { "If-None-Match": etag } : {};
    const response = await fetch(source, { headers, cache: "no-store", credentials: "omit", signal });
    const now = Date.now();
    const serverTime = Date.parse(response.headers.get("Date"));
    if (response.status === 404 || response.status === 410) {
      etag = "";
      names(source).forEach((name) => localStorage.removeItem(name));
      onGone();
    } else if (response.ok) {
      const data = await response.json();
      etag = response.headers.get("ETag") || "";
      store(source, now, { data, etag });
      onData(data, etag);
    } else if (response.status === 304) {
      store(source, now);
    } else {
      return;
    }
    onContact(now, Math.abs(now - serverTime) > CLOCK_FAR_OFF);
  }

  return {
    /** Ask when it is time, whatever the timers did while the machine slept. */
    ask(now) {
      if (Math.abs(now - asked) < EVERY || (running && Math.abs(now - asked) < PATIENCE)) return;
      if (running) running.abort();
      const mine = new AbortController();
      running = mine;
      asked = now;
      answer(mine.signal)
        .catch(() => {})
        .then(() => {
          if (running === mine) running = null;
        });
    },
  };
}
