// The page of a volunteer: saves every sentence by itself, and keeps on the device what could not be sent yet.
import { hush, speak, voiceFor } from "./speech.js";

const PAUSE = 1200;
const AGAIN = 15000;

const form = document.querySelector("[data-job]");
const key = `vertalen:${form.dataset.job}`;
const say = (name) => form.getAttribute(`data-say-${name}`);
const part = (row, name) => row.querySelector(`[data-${name}]`);
const rows = [...document.querySelectorAll("[data-sentence]")];
const timers = new Map();
const busy = new Set();

const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(key)) || {};
  } catch {
    return {};
  }
};

const keep = (all) => {
  try {
    if (Object.keys(all).length) localStorage.setItem(key, JSON.stringify(all));
    else localStorage.removeItem(key);
  } catch {
    // A device that keeps nothing still sends.
  }
};

// What is not sent yet, by sentence; the copy on the device follows it.
let waiting = kept();

const remember = (id, value) => {
  if (value) waiting[id] = value;
  else delete waiting[id];
  keep(waiting);
};

const read = (row) => ({
  text: part(row, "text").value,
  unsure: part(row, "unsure").checked,
  remark: part(row, "remark").value,
  version: part(row, "version").value,
});

const fill = (row, value) => {
  part(row, "text").value = value.text;
  part(row, "unsure").checked = value.unsure;
  part(row, "remark").value = value.remark;
};

const same = (one, other) => one.text === other.text && one.unsure === other.unsure && one.remark === other.remark;

const tell = (row, text, tone = "") => {
  const state = part(row, "state");
  state.textContent = text;
  state.dataset.tone = tone;
};

const tellWaiting = (row) => tell(row, navigator.onLine ? say("waiting") : say("offline"), "wait");

function show(row, answer) {
  part(row, "version").value = answer.version;
  const problem = part(row, "problem");
  problem.textContent = answer.problem;
  problem.hidden = !answer.problem;
  document.querySelector("[data-progress]").textContent = answer.progress;
  const bar = document.querySelector(".job__bar");
  bar.value = answer.done;
  const gap = document.querySelector(`[data-gap="${row.dataset.sentence}"]`);
  if (gap) gap.hidden = Boolean(part(row, "text").value.trim()) && !answer.problem;
  const gaps = document.querySelector("[data-gaps]");
  gaps.hidden = ![...gaps.querySelectorAll("[data-gap]")].some((one) => !one.hidden);
}

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "nl-button nl-button--secondary";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

function askWhich(row, answer) {
  const id = row.dataset.sentence;
  const box = part(row, "conflict");
  const title = document.createElement("p");
  const there = document.createElement("p");
  title.textContent = say("conflict");
  there.textContent = answer.stored.text;
  there.lang = part(row, "text").lang;
  there.dir = part(row, "text").dir;
  const done = () => {
    box.hidden = true;
    part(row, "version").value = answer.version;
  };
  box.replaceChildren(
    title,
    there,
    button(say("mine"), () => {
      done();
      remember(id, read(row));
      send(row);
    }),
    button(say("theirs"), () => {
      done();
      fill(row, answer.stored);
      remember(id, null);
      show(row, answer);
      tell(row, say("saved"), "good");
    }),
  );
  box.hidden = false;
  tell(row, "");
}

async function send(row) {
  const id = row.dataset.sentence;
  clearTimeout(timers.get(id));
  if (busy.has(id) || !waiting[id] || !part(row, "conflict").hidden) return;
  const value = waiting[id];
  const body = new FormData();
  body.set("text", value.text);
  body.set("remark", value.remark);
  body.set("version", value.version);
  if (value.unsure) body.set("unsure", "on");
  busy.add(id);
  tell(row, say("saving"));
  let response = null;
  let answer = null;
  try {
    response = await fetch(row.dataset.save, { method: "POST", body, headers: { Accept: "application/json" } });
    answer = await response.json();
  } catch {
    answer = null;
  }
  busy.delete(id);
  if (!answer) {
    tellWaiting(row);
  } else if (answer.stored) {
    askWhich(row, answer);
  } else if (!response.ok) {
    tell(row, answer.problem, "wait");
  } else {
    show(row, answer);
    const now = read(row);
    if (same(now, value)) {
      remember(id, null);
      tell(row, say("saved"), "good");
    } else {
      remember(id, now);
      send(row);
    }
  }
}

const sendAll = () => rows.forEach(send);

for (const row of rows) {
  const id = row.dataset.sentence;
  const changed = () => {
    remember(id, read(row));
    if (!navigator.onLine) tellWaiting(row);
    clearTimeout(timers.get(id));
    timers.set(id, setTimeout(() => send(row), PAUSE));
  };
  row.addEventListener("input", changed);
  row.addEventListener("change", () => send(row));
  const old = waiting[id];
  if (old && same(old, read(row))) {
    remember(id, null);
  } else if (old) {
    fill(row, old);
    part(row, "version").value = old.version;
  }
}

let isLeaving = false;
form.addEventListener("submit", (event) => {
  if (!navigator.onLine || rows.some((row) => !part(row, "conflict").hidden)) {
    event.preventDefault();
    const wait = document.querySelector("[data-wait]");
    wait.textContent = say("wait");
    wait.hidden = false;
    sendAll();
    return;
  }
  // The form holds every sentence, those that wait included; what is kept here goes when the page comes back.
  isLeaving = true;
  timers.forEach(clearTimeout);
});

window.addEventListener("online", sendAll);
window.addEventListener("offline", () => rows.filter((row) => waiting[row.dataset.sentence]).forEach(tellWaiting));
setInterval(() => !isLeaving && navigator.onLine && sendAll(), AGAIN);
sendAll();

voiceFor(form.dataset.voice).then((voice) => {
  if (!voice) return;
  for (const row of rows) {
    const listen = part(row, "listen");
    listen.hidden = false;
    listen.addEventListener("click", () => {
      hush();
      speak(part(row, "source").textContent.replace(/[[{<]\/?\d+[\]}>]/g, ""), voice);
    });
  }
});
