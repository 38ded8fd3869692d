// A difficult word opens where it stands. Without this file it leads to what it means, at the foot of the page.

const opened = new Map();

function shut(button) {
  opened.get(button).remove();
  opened.delete(button);
  button.setAttribute("aria-expanded", "false");
}

function open(button, meaning, close) {
  const box = document.createElement("span");
  box.className = "hard-word__says";
  box.id = `${button.id}-uitleg`;
  const text = meaning.cloneNode(true);
  const away = document.createElement("button");
  away.type = "button";
  away.className = "hard-word__close";
  away.setAttribute("aria-label", close.label);
  away.lang = document.documentElement.lang;
  away.textContent = "×";
  away.addEventListener("click", () => {
    shut(button);
    button.focus();
  });
  box.append(text, away);
  button.after(box);
  opened.set(button, box);
  button.setAttribute("aria-expanded", "true");
  button.setAttribute("aria-controls", box.id);
}

export function openHardWords() {
  const list = document.querySelector("[data-hard-words]");
  if (!list) return;
  for (const link of document.querySelectorAll("a.hard-word")) {
    const row = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!row) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.id = link.id;
    button.setAttribute("aria-expanded", "false");
    button.append(...link.childNodes);
    link.replaceWith(button);
    button.addEventListener("click", () => {
      if (opened.has(button)) shut(button);
      else open(button, row.querySelector(".hard-words__text"), { label: list.dataset.close });
    });
  }
  // The list at the foot says the same once more: it stays for paper.
  list.classList.add("hard-words--opened");
  document.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Escape" || !opened.size) return;
    const own = [...opened.keys()].find((button) => button === target || opened.get(button).contains(target));
    const last = own || [...opened.keys()].pop();
    shut(last);
    if (own) own.focus();
  });
}
