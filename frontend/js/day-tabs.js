// On a phone the week shows one day at a time, today first, or the first day after it on which there is something.
// Without a script the days stand under each other.

const PHONE = window.matchMedia("(max-width: 56.24em)");

export function showOneDay() {
  const nav = document.querySelector("[data-day-tabs]");
  if (!nav) return;
  const tabs = [...nav.querySelectorAll("a")];
  const dayOf = (tab) => document.getElementById(decodeURIComponent(tab.hash.slice(1)));
  const named = tabs.find((tab) => tab.hash === location.hash);
  const today = Math.max(0, tabs.findIndex((tab) => "today" in tab.dataset));
  const busy = tabs.slice(today).find((tab) => !("quiet" in tab.dataset));
  let chosen = named || busy || tabs[today];

  const show = () => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      dayOf(tab).hidden = PHONE.matches && !isChosen;
      if (PHONE.matches && isChosen) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
  };
  nav.addEventListener("click", (event) => {
    const tab = event.target.closest("a");
    if (!tab || !PHONE.matches) return;
    event.preventDefault();
    chosen = tab;
    history.replaceState(null, "", tab.hash);
    show();
  });
  PHONE.addEventListener("change", show);
  show();
}
