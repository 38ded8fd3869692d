// Reads the page aloud, sentence by sentence, with a voice of this device. A fragment in another language is read with a
// voice of that language, and left out where there is none.
import { hush, speak, voiceFor } from "./speech.js";

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, blockquote, figcaption, td, th, caption, div, section, span.hard-word__says";
const SILENT = [
  ".reading-tools, nav, form, button:not(.hard-word), svg, script, style, template, [hidden], [aria-hidden=true]",
  ".actions, .more, .hard-words, .hard-word__says, .visually-hidden, details:not([open]) > :not(summary)",
].join(", ");
const highlights = window.CSS && CSS.highlights;

const langOf = (element) => element.closest("[lang]").lang;

/** Parts of the text that belong together: of one block, in one language. */
function runsOf(main) {
  const runs = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(SILENT) || !parent.getClientRects().length) continue;
    const block = parent.closest(BLOCKS);
    const lang = langOf(parent);
    const last = runs[runs.length - 1];
    if (last && last.block === block && last.lang === lang) last.nodes.push(node);
    else runs.push({ block, lang, nodes: [node] });
  }
  return runs;
}

/** [start, end] of each sentence in a text. */
function sentencesIn(text, lang) {
  if (window.Intl && Intl.Segmenter) {
    const segmenter = new Intl.Segmenter(lang || undefined, { granularity: "sentence" });
    return [...segmenter.segment(text)].map(({ index, segment }) => [index, index + segment.length]);
  }
  return [...text.matchAll(/[^.!?؟。]+[.!?؟。]*\s*/g)].map((found) => [found.index, found.index + found[0].length]);
}

function rangeOf(nodes, start, end) {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const next = at + node.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}

function sentencesOf(main) {
  return runsOf(main).flatMap(({ lang, nodes }) => {
    const text = nodes.map((node) => node.data).join("");
    return sentencesIn(text, lang)
      .map(([start, end]) => {
        const said = text.slice(start, end);
        const lead = said.length - said.trimStart().length;
        return { lang, text: said.trim().replace(/\s+/g, " "), range: () => rangeOf(nodes, start + lead, start + said.trimEnd().length) };
      })
      .filter(({ text: words }) => /[\p{L}\p{N}]/u.test(words));
  });
}

/** Shows which sentence is being said; gives back how to take that away. */
function show(range) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  range.startContainer.parentElement.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  if (highlights) {
    highlights.set("spoken", new Highlight(range));
    return () => highlights.delete("spoken");
  }
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || !range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (from < to) parts.push([node, from, to]);
  }
  const marks = parts.map(([node, from, to]) => {
    const part = document.createRange();
    part.setStart(node, from);
    part.setEnd(node, to);
    const mark = document.createElement("span");
    mark.className = "spoken-now";
    part.surroundContents(mark);
    return mark;
  });
  return () =>
    marks.forEach((mark) => {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      if (parent) parent.normalize();
    });
}

export async function offerReadingAloud() {
  const tools = document.querySelector("[data-aloud]");
  const main = document.querySelector("#main");
  if (!tools || !main || !(await voiceFor(tools.dataset.aloud))) return;
  const [toggle, stop] = tools.querySelectorAll("button");
  const voices = new Map();
  const voiceOf = (lang) => {
    const code = lang === tools.dataset.lang ? tools.dataset.aloud : lang;
    if (!voices.has(code)) voices.set(code, voiceFor(code));
    return voices.get(code);
  };
  // Each start has a number of its own; what an earlier one still had to say is left unsaid.
  let turn = 0;
  let place = 0;
  let unshow = () => {};

  const say = (state) => {
    tools.dataset.state = state;
    toggle.querySelector("span").textContent = tools.dataset[{ idle: "start", reading: "pause", paused: "resume" }[state]];
    stop.hidden = state === "idle";
  };
  const quiet = () => {
    turn += 1;
    hush();
    unshow();
    unshow = () => {};
  };
  const end = () => {
    quiet();
    place = 0;
    say("idle");
  };

  async function read() {
    quiet();
    const own = turn;
    say("reading");
    for (let sentences = sentencesOf(main); place < sentences.length; place += 1) {
      const sentence = sentences[place];
      const voice = await voiceOf(sentence.lang);
      if (own !== turn) return;
      if (!voice) continue;
      unshow = show(sentence.range());
      await speak(sentence.text, voice);
      if (own !== turn) return;
      unshow();
      // What wrapped the sentence is gone again, and its pieces of text with it.
      if (!highlights) sentences = sentencesOf(main);
    }
    end();
  }

  // Going on begins with the sentence that was broken off: telephones cannot halt a voice half-way.
  toggle.addEventListener("click", () => {
    if (tools.dataset.state === "reading") {
      quiet();
      say("paused");
    } else read();
  });
  stop.addEventListener("click", () => {
    end();
    toggle.focus();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && tools.dataset.state !== "idle") end();
  });
  window.addEventListener("pagehide", end);
  say("idle");
  tools.hidden = false;
}
