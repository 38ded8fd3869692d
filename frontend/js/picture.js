// The talking picture says its words: in the reader's language, then in Dutch. Without a voice there is no button.
import { hush, speak, voiceFor } from "./speech.js";

const voices = new Map();

const voiceOf = (lang) => {
  if (!voices.has(lang)) voices.set(lang, voiceFor(lang));
  return voices.get(lang);
};

async function sayable(button) {
  const found = [];
  for (const number of [1, 2]) {
    const text = button.getAttribute(`data-say-${number}`);
    const voice = text && (await voiceOf(button.getAttribute(`data-speech-${number}`)));
    if (voice) found.push({ text, voice });
  }
  return found;
}

// A word that was asked for later silences those that still wait.
let turn = 0;

async function offer(button) {
  const words = await sayable(button);
  if (!words.length) return;
  button.hidden = false;
  button.parentElement.classList.add("has-voice");
  button.addEventListener("click", async () => {
    const own = ++turn;
    hush();
    for (const { text, voice } of words) {
      if (own === turn) await speak(text, voice, { rate: 0.85 });
    }
  });
}

document.querySelectorAll("[data-say]").forEach(offer);
