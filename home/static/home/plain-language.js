// Says what is hard about the Dutch of a page while it is being written. The text goes to our own server only.
(() => {
  const PAUSE = 900; // milliseconds without a change

  const follow = (box) => {
    const form = document.querySelector("[data-edit-form]");
    const panel = box.closest("[data-side-panel]");
    const found = box.querySelector("[data-plain-language-found]");
    const counter = document.querySelector('[data-side-panel-toggle="plain-language"] [data-side-panel-toggle-counter]');
    // The editor of translations has no form: it stores each sentence by itself, and this is where.
    const storedUnder = box.dataset.plainLanguageStoredUnder;
    if (!panel || (!form && !storedUnder)) {
      return;
    }
    let timer = 0;
    let running = null;
    let isStale = false;

    const ask = async () => {
      // Nobody looks: ask when the panel opens.
      if (panel.hidden) {
        return;
      }
      isStale = false;
      running?.abort();
      running = new AbortController();
      try {
        const sent = storedUnder ? {} : { method: "POST", body: new FormData(form) };
        const answer = await fetch(box.dataset.plainLanguage, { ...sent, signal: running.signal });
        if (answer.ok && !answer.redirected) {
          found.innerHTML = await answer.text();
          const count = Number(found.querySelector("[data-plain-language-count]").dataset.plainLanguageCount);
          counter.textContent = count;
          counter.hidden = count === 0;
        }
      } catch (error) {
        // Without a network the last answer stays.
        if (error.name !== "AbortError" && !(error instanceof TypeError)) {
          throw error;
        }
      }
    };

    const wait = () => {
      isStale = true;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    };
    if (storedUnder) {
      const start = new URL(storedUnder, window.location.href).href;
      new PerformanceObserver((list) => {
        if (list.getEntries().some((entry) => entry.name.startsWith(start))) {
          wait();
        }
      }).observe({ type: "resource" });
    } else {
      form.addEventListener("input", wait);
      form.addEventListener("change", wait);
      document.addEventListener("w-unsaved:add", wait);
    }
    panel.addEventListener("show", () => {
      if (isStale) {
        setTimeout(ask);
      }
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-plain-language]").forEach(follow);
  });
})();
