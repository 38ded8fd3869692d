// Asks, in the reader's own language, whether to read on in it. It never sends anybody anywhere by itself.

const QUESTIONS = {
  ar: ["هل تريد القراءة بالعربية؟", "لا، شكرًا"],
  bg: ["Искате ли да четете на български?", "Не, благодаря"],
  en: ["Would you like to read in English?", "No, thank you"],
  nl: ["Wilt u in het Nederlands lezen?", "Nee, dank u"],
  pl: ["Czytać po polsku?", "Nie, dziękuję"],
  tr: ["Türkçe okumak ister misiniz?", "Hayır, teşekkürler"],
  uk: ["Читати українською?", "Ні, дякую"],
};
const base = (code) => code.toLowerCase().split("-")[0];
const KEY = "language-suggestion";

function wasAnswered() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return true; // A browser that stores nothing would ask on every page.
  }
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function suggestLanguage() {
  const list = document.querySelector("[data-languages]");
  if (!list || wasAnswered()) return;
  const here = document.documentElement.lang;
  const links = [...list.querySelectorAll("a[hreflang]")];
  const spoken = navigator.languages.map(base);
  const best = spoken.map((code) => links.find((link) => base(link.hreflang) === code)).find(Boolean);
  // Who chose easy Dutch reads Dutch: the question would lead away from it.
  if (!best || base(best.hreflang) === base(here)) return;

  const [question, no] = QUESTIONS[best.hreflang] || [`${best.textContent}?`, "×"];
  const link = element("a", { href: best.href, hreflang: best.hreflang, className: "suggestion__link" }, question);
  const button = element("button", { type: "button", className: "nl-button nl-button--secondary" }, no);
  const bar = element("aside", { className: "suggestion", lang: best.lang, dir: best.dir }, link, button);
  bar.setAttribute("aria-label", best.textContent);
  const answered = () => {
    try {
      sessionStorage.setItem(KEY, "1");
    } catch {
      // Then the question comes back on the next page.
    }
  };
  link.addEventListener("click", answered);
  button.addEventListener("click", () => {
    answered();
    bar.remove();
    document.documentElement.classList.remove("has-suggestion");
    document.querySelector("#main").focus();
  });
  document.querySelector(".site-header").after(bar);
  document.documentElement.classList.add("has-suggestion");
}
