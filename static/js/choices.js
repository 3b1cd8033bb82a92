/* Open choices make a tile's row higher. Buttons end on one line in a row: they stay on the line they were on. */
const row = (element) => {
  const tile = element.closest(".product-grid > li");
  return [...(tile?.parentElement.children ?? [])].filter((other) => other.offsetTop === tile.offsetTop);
};
const adds = (tiles) => tiles.flatMap((tile) => [...tile.querySelectorAll(".card__add")]);

document.addEventListener("click", ({ target }) => {
  const summary = target.closest(".card__choices:not([open]) > summary");
  if (!summary) return;
  const margins = adds(row(summary)).map((add) => [add, getComputedStyle(add).marginTop]);
  for (const [add, margin] of margins) add.style.marginTop = margin;
});
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (!target.matches(".card__choices:not([open])")) return;
    const tiles = row(target);
    if (tiles.some((tile) => tile.querySelector(".card__choices[open]"))) return;
    for (const add of adds(tiles)) add.style.marginTop = "";
  },
  true,
);
