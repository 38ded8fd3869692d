// The television on the plein. It holds a week of programme and works out for itself what is on now and next, so that
// it stays right without a network; every ten seconds it asks whether something has changed.
import { glance } from "./screen-glance.js";
import { forget, keep } from "./screen-keep.js";
import { restored, watch } from "./screen-link.js";
import { clockOf, paint, paintGone } from "./screen-paint.js";

const TICK = 1000;
const FIRST_PAGE = 14_000;
const NEXT_PAGE = 9_000;
const OFFLINE_AFTER = 30_000;
const RELOAD_AGAIN_AFTER = 600_000;

const page = document.documentElement;
const { source, worker, version } = page.dataset;
const preview = document.getElementById("screen-data");
const kept = preview ? null : restored(source);
const screen = {
  data: preview ? JSON.parse(preview.textContent) : kept && kept.data,
  etag: kept ? kept.etag : "",
  contact: kept ? kept.at : Date.now(),
  isSkewed: false,
  code: page.lang,
  page: 0,
  pages: 1,
  since: Date.now(),
  painted: "",
};

function wordsNow() {
  const { languages } = screen.data;
  return languages.find((words) => words.code === screen.code) || languages[0];
}

// One language after the other, in each its pages one after the other.
function turn(now) {
  const stay = screen.page ? NEXT_PAGE : FIRST_PAGE;
  if (now - screen.since < stay && now >= screen.since) return;
  screen.since = now;
  screen.page += 1;
  if (screen.page < screen.pages) return;
  const { languages } = screen.data;
  screen.page = 0;
  screen.code = languages[(languages.indexOf(wordsNow()) + 1) % languages.length].code;
}

function offlineLabel(words, day, now) {
  if (preview || now - screen.contact < OFFLINE_AFTER) return "";
  const { days } = screen.data;
  const then = days.findIndex((start, at) => start <= screen.contact && screen.contact < days[at + 1]);
  const clock = clockOf(screen.contact, words.clock);
  return words.labels.offline.replace("{time}", then >= 0 && then !== day ? `${words.days[then]} ${clock}` : clock);
}

function show(now) {
  const words = wordsNow();
  const seen = glance(screen.data, now);
  const offline = offlineLabel(words, seen.day, now);
  const view = { data: screen.data, words, seen, now, offline, isSkewed: screen.isSkewed, page: screen.page };
  const size = [window.innerWidth, window.innerHeight];
  const key = JSON.stringify([screen.etag, words.code, seen, clockOf(now, words.clock), offline, screen.isSkewed, screen.page, size]);
  if (key === screen.painted) return;
  screen.painted = key;
  screen.pages = paint(view);
}

function tick() {
  const now = Date.now();
  if (link) link.ask(now);
  if (!screen.data) return;
  turn(now);
  show(now);
}

// The page is of another version than the data: a new release, or another house style. Not again and again, since
// two servers may have two versions for a while.
function loadAgain() {
  const last = Number(sessionStorage.getItem("screen-loaded")) || 0;
  if (Math.abs(Date.now() - last) < RELOAD_AGAIN_AFTER) return;
  sessionStorage.setItem("screen-loaded", Date.now());
  location.reload();
}

const link = preview
  ? null
  : watch(source, kept, {
      onContact(now, skew) {
        screen.contact = now;
        screen.isSkewed = skew;
      },
      onData(data, etag) {
        if (data.version !== version) loadAgain();
        screen.data = data;
        screen.etag = etag;
        // What changed is shown at once, from the first page.
        screen.page = 0;
        screen.since = Date.now();
      },
      onGone() {
        screen.data = null;
        screen.painted = "";
        forget();
        paintGone();
      },
    });

tick();
setInterval(tick, TICK);
if (worker) keep(worker);
