// Says back what a form of the programme means while it is filled in. Without it, saving says the same.
(() => {
  const PAUSE = 400; // milliseconds without a key

  const follow = (box) => {
    const form = box.closest("form");
    let timer = 0;
    let running = null;

    const ask = async () => {
      running?.abort();
      running = new AbortController();
      const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
      fields.delete("csrfmiddlewaretoken");
      fields.set("pk", box.dataset.saidBackPk);
      try {
        const answer = await fetch(`${box.dataset.saidBack}?${fields}`, { signal: running.signal });
        if (answer.ok) {
          box.innerHTML = await answer.text();
        }
      } catch (error) {
        if (error.name !== "AbortError") {
          throw error;
        }
      }
    };

    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    };
    form.addEventListener("input", wait);
    form.addEventListener("change", wait);
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-said-back]").forEach(follow);
  });
})();
