// Buttons that need a script appear only where the device can do what they say.

function offer(selector, act) {
  for (const holder of document.querySelectorAll(selector)) {
    holder.hidden = false;
    holder.querySelector("button").addEventListener("click", act);
  }
}

export function offerShare() {
  if (!navigator.share) return;
  const address = document.querySelector('meta[property="og:url"]');
  const title = document.querySelector('meta[property="og:title"]');
  offer("[data-share]", () =>
    navigator.share({ title: title.content, url: address.content || location.href }).catch(() => {}),
  );
}

export function offerPrint() {
  offer("[data-print]", () => window.print());
}
