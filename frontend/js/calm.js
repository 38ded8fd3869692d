// Somebody who reads calmly reads the next page calmly too. This device remembers it, and nobody else.

const KEY = "calm";

const remembered = () => {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false; // A browser that stores nothing reads calmly on one page at a time.
  }
};

const remember = (isCalm) => {
  try {
    if (isCalm) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // The page that was asked for comes all the same.
  }
};

export function stayCalm() {
  const on = document.querySelector("[data-calm=on]");
  const off = document.querySelector("[data-calm=off]");
  if (!on) return;
  on.addEventListener("click", () => remember(true));
  off.addEventListener("click", () => remember(false));
  if (!remembered()) return;
  document.body.classList.add("is-calm");
  on.hidden = true;
  off.hidden = false;
}
