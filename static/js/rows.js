/* The buttons of a row that scrolls: [data-scroll] is -1 or 1, and moves it by one view. */
const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const rowOf = (element) => element.closest("section")?.querySelector(".product-row");

function update(row) {
  const rest = row.scrollWidth - row.clientWidth;
  for (const button of row.closest("section").querySelectorAll("[data-scroll]")) {
    const left = button.dataset.scroll === "1" ? rest - Math.abs(row.scrollLeft) : Math.abs(row.scrollLeft);
    button.hidden = rest < 2;
    button.setAttribute("aria-disabled", String(left < 2));
  }
}

function dress(root) {
  for (const row of root.querySelectorAll?.(".product-row") ?? []) {
    if (!row.closest("section")?.querySelector("[data-scroll]")) continue;
    row.addEventListener("scroll", () => update(row), { passive: true });
    new ResizeObserver(() => update(row)).observe(row);
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-scroll]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  const row = rowOf(button);
  const way = Number(button.dataset.scroll) * (getComputedStyle(row).direction === "rtl" ? -1 : 1);
  row.scrollBy({ left: way * row.clientWidth * 0.9, behavior: STILL.matches ? "instant" : "smooth" });
});
document.addEventListener("htmx:load", ({ target }) => dress(target.parentElement ?? target));
