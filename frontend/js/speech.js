// The browser's own voice. Nothing leaves the device: a voice that would send the text to somebody else is not used.

const synth = window.speechSynthesis;

const startsWith = (voice, code) => voice.lang.replace("_", "-").toLowerCase().startsWith(code.toLowerCase());

const choose = (voices, lang) => {
  const own = voices.filter((voice) => voice.localService);
  return own.find((voice) => startsWith(voice, lang)) || own.find((voice) => startsWith(voice, lang.split("-")[0])) || null;
};

/** The device's voice for a language (BCP 47), or null; some browsers know their voices only after a while. */
export function voiceFor(lang) {
  if (!synth) return Promise.resolve(null);
  const found = choose(synth.getVoices(), lang);
  if (found || synth.getVoices().length) return Promise.resolve(found);
  return new Promise((resolve) => {
    const answer = () => resolve(choose(synth.getVoices(), lang));
    synth.addEventListener("voiceschanged", answer, { once: true });
    setTimeout(answer, 1500);
  });
}

/** Say a text; resolves true when it was said to the end, false when it was stopped. */
export function speak(text, voice, { rate = 0.95 } = {}) {
  return new Promise((resolve) => {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = rate;
    said.addEventListener("end", () => resolve(true));
    said.addEventListener("error", () => resolve(false));
    synth.speak(said);
  });
}

/** Be silent, now. */
export function hush() {
  if (synth) synth.cancel();
}
