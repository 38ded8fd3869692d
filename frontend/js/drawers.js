// The menus in the header close with Escape, and when the reader goes on elsewhere.

export function closeDrawers() {
  const drawers = [...document.querySelectorAll("details.drawer")];
  const close = (keep) => drawers.forEach((drawer) => drawer !== keep && drawer.removeAttribute("open"));

  document.addEventListener("click", ({ target }) => close(target.closest("details.drawer")));
  document.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Escape") return;
    const drawer = target.closest("details.drawer[open]");
    close();
    if (drawer) drawer.querySelector("summary").focus();
  });
}
