/* Open choices make a tile's row higher. Buttons end on one line in a row: they stay on the line they were on. */
const adds = (element) => [...(element.closest(".product-grid")?.querySelectorAll(".card__add") ?? [])];

document.addEventListener("click", ({ target }) => {
  const summary = target.closest(".card__choices:not([open]) > summary");
  if (!summary) return;
  const margins = adds(summary).map((add) => [add, getComputedStyle(add).marginTop]);
  for (const [add, margin] of margins) add.style.marginTop = margin;
});
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (!target.matches(".card__choices:not([open])")) return;
    if (target.closest(".product-grid")?.querySelector(".card__choices[open]")) return;
    for (const add of adds(target)) add.style.marginTop = "";
  },
  true,
);
