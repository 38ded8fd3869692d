// Writes what is to be seen into the page that the server made.

const MOST_PAGES = 3;
const MOST_CARDS = { one_daypart: 6 };
const FEW_CARDS = 2;
const SMALLEST = 40; // per cent
const panel = document.getElementById("panel");
const clockFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: document.documentElement.dataset.zone,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const slot = (name, within = panel) => within.querySelector(`[data-slot="${name}"]`);
const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

/** The time at the library, in the digits of a language. */
export function clockOf(moment, { digits, sign }) {
  return clockFormat.format(moment).replace(":", sign).replace(/\d/g, (digit) => [...digits][digit]);
}

function say(element, text, lang = "") {
  element.textContent = "";
  element.hidden = !text;
  if (lang) element.lang = lang;
  else element.removeAttribute("lang");
  const words = document.createElement("bdi");
  words.textContent = text;
  element.append(words);
}

function draw(element, name) {
  const drawing = document.querySelector(`template[data-pictogram="${name}"]`);
  element.textContent = "";
  if (drawing) element.append(drawing.content.cloneNode(true));
}

function strike(element) {
  const struck = document.createElement("s");
  struck.append(...element.childNodes);
  element.append(struck);
}

function speak(element, languages) {
  element.textContent = "";
  for (const { code, dir, name } of languages) {
    const one = document.createElement("span");
    Object.assign(one, { lang: code, dir, textContent: name });
    element.append(one);
  }
}

function item({ off, hue, pictogram, key }, words) {
  const node = copy("item");
  node.classList.toggle("item--off", off);
  node.dataset.hue = hue;
  node.dataset.key = key;
  draw(slot("icon", node), pictogram);
  draw(slot("entry-icon", node), words.entry.pictogram);
  slot("entry", node).textContent = words.entry.text;
  slot("from", node).textContent = words.from;
  slot("until", node).textContent = words.until;
  slot("time", node).textContent = words.time;
  say(slot("who", node), words.who.text, words.who.lang);
  say(slot("title", node), words.title, words.lang);
  say(slot("note", node), words.note);
  slot("where", node).textContent = words.where;
  slot("where", node).hidden = !words.where;
  speak(slot("languages", node), words.languages);
  if (off) strike(slot("title", node));
  return node;
}

function put(holder, nodes) {
  holder.textContent = "";
  holder.append(...nodes);
}

const overflows = (holder) => holder.scrollHeight > holder.clientHeight + 1;

// In a font that is taller or wider than ours one alone may be too high: it is drawn smaller rather than cut.
function fit(holder, nodes) {
  for (let size = 95; size >= SMALLEST && overflows(holder); size -= 5) {
    for (const node of nodes) node.style.zoom = `${size}%`;
  }
}

function putCards(holder, nodes) {
  holder.classList.remove("cards--tight");
  put(holder, nodes);
  if (overflows(holder)) holder.classList.add("cards--tight");
  fit(holder, nodes);
}

/** Divide cards over as many pages as they need. */
function cardPages(holder, nodes, most) {
  const pages = [[]];
  holder.classList.add("cards--tight");
  put(holder, []);
  for (const node of nodes) {
    holder.append(node);
    const current = pages[pages.length - 1];
    if (current.length && (current.length === most || overflows(holder))) {
      pages.push([node]);
      put(holder, [node]);
    } else {
      current.push(node);
    }
  }
  return pages;
}

function part({ heading, when }) {
  const node = copy("part");
  slot("heading", node).textContent = heading;
  slot("when", node).textContent = when;
  return node;
}

/** Divide lines under their headings over as many pages as they need; a heading returns on the next page. */
function linePages(holder, sections) {
  const pages = [[]];
  put(holder, []);
  for (const section of sections) {
    let current = part(section);
    holder.append(current);
    pages[pages.length - 1].push(current);
    for (const node of section.nodes) {
      slot("lines", current).append(node);
      if (overflows(holder) && holder.querySelectorAll(".item").length > 1) {
        const isFirst = slot("lines", current).children.length === 1;
        if (isFirst) pages[pages.length - 1].pop();
        current = isFirst ? current : part(section);
        slot("lines", current).append(node);
        pages.push([current]);
        put(holder, [current]);
      }
    }
  }
  return pages;
}

function sectionsOf({ data, words, seen }) {
  const { labels } = words;
  const sections = [{ heading: labels.changed, when: "", places: seen.changed }];
  if (seen.mode === "now") sections.push({ heading: labels.next, when: "", places: seen.next });
  sections.push({ heading: labels.later, when: "", places: seen.later });
  if (seen.coming.length) {
    const { day } = data.sessions[seen.coming[0]];
    const tomorrow = day === seen.day + 1 ? `${labels.tomorrow}, ` : "";
    sections.push({ heading: labels.coming, when: tomorrow + words.days[day], places: seen.coming });
  }
  return sections.filter(({ places }) => places.length);
}

function openingOf({ data, words, seen, now }) {
  if (seen.open < 0 || seen.day < 0) return [false, ""];
  const span = data.opening[seen.open];
  const said = words.opening[seen.open];
  if (span.start <= now) return [true, said.now];
  const ahead = data.days.filter((start) => start <= span.start).length - 1 - seen.day;
  return [false, said[["today", "tomorrow"][ahead] || "later"]];
}

function calmOf({ words, seen }, isOpen) {
  const { labels } = words;
  if (seen.day < 0) return [labels.unknown, labels.ask];
  return isOpen ? [labels.quiet, labels.welcome] : [words.closed[seen.day] || labels.closed, ""];
}

function paintFrame(view) {
  const { data, words, seen, now, offline, isSkewed } = view;
  const [isOpen, opening] = openingOf(view);
  const [title, text] = calmOf(view, isOpen);
  Object.assign(panel, { lang: words.code, dir: words.dir });
  Object.assign(panel.dataset, { mode: seen.mode, form: data.form });
  document.documentElement.lang = words.code;
  say(slot("plein"), words.plein.text, words.plein.lang);
  slot("date").textContent = words.days[seen.day] || "";
  slot("open").textContent = opening;
  slot("open").classList.toggle("bar__open--now", isOpen);
  slot("clock").textContent = clockOf(now, words.clock);
  slot("heading").textContent = words.labels[seen.mode] || "";
  slot("calm").hidden = seen.mode !== "calm";
  slot("calm-title").textContent = title;
  slot("calm-text").textContent = text;
  slot("week").textContent = words.labels.week;
  slot("address").textContent = words.address;
  slot("qr").src = words.qr;
  say(slot("machine"), words.machine);
  say(slot("offline"), offline);
  say(slot("skew"), isSkewed && !offline ? words.labels.skew : "");
}

function paintTheme({ data, words, seen }) {
  const holder = slot("theme");
  holder.hidden = seen.theme < 0;
  if (holder.hidden) return;
  const said = words.themes[seen.theme];
  holder.dataset.hue = data.themes[seen.theme].hue;
  draw(slot("theme-icon"), data.themes[seen.theme].pictogram);
  slot("theme-label").textContent = `${words.labels.theme} · ${said.part}`;
  say(slot("theme-name"), said.text, said.lang);
}

function paintTongues({ data, words }) {
  const row = document.querySelector(".tongues");
  row.textContent = "";
  for (const { code, dir, name } of data.languages) {
    const tongue = document.createElement("li");
    Object.assign(tongue, { lang: code, dir, textContent: name });
    row.append(tongue);
    if (code === words.code) tongue.setAttribute("aria-current", "true");
  }
  const current = row.querySelector("[aria-current]");
  row.scrollLeft = current.offsetLeft + current.offsetWidth / 2 - row.clientWidth / 2;
}

/** Show a view; returns how many pages it has in this language. */
export function paint(view) {
  const { data, words, seen, page } = view;
  const items = (places) => places.map((at) => item(data.sessions[at], words.sessions[at]));
  panel.classList.remove("panel--gone");
  paintFrame(view);
  paintTheme(view);
  paintTongues(view);
  const cards = slot("cards");
  const side = slot("side");
  const sections = sectionsOf(view);
  panel.classList.toggle("panel--whole", !sections.length);
  const main = cardPages(cards, seen.mode === "calm" ? [] : items(seen[seen.mode]), MOST_CARDS[data.form] || FEW_CARDS);
  const lines = linePages(side, sections.map((section) => ({ ...section, nodes: items(section.places) })));
  const pages = Math.min(MOST_PAGES, Math.max(main.length, lines.length));
  slot("page").textContent = pages > 1 ? `${page + 1}/${pages}` : "";
  putCards(cards, main[page % main.length]);
  put(side, lines[page % lines.length]);
  fit(side, side.children);
  return pages;
}

/** The plein is there no more: nothing of it is shown, until it is there again. */
export function paintGone() {
  panel.classList.add("panel--gone");
}
