/* The cart: an add from a product's own page opens the drawer, one from a tile marks the tile. */
import { openDialog } from "./dialog.js";

let submitter = null;

/* HX-Trigger of every change: which product, how its tiles are marked now, and the SKU. */
function onChanged({ target, detail }) {
  for (const mark of document.querySelectorAll(`[data-product="${detail.product}"] [data-in-cart]`)) {
    mark.textContent = detail.mark;
  }
  const url = target.closest?.("[data-opens-cart]")?.dataset.opensCart;
  if (url) openDialog("cart-drawer", { url: `${url}?added=${encodeURIComponent(detail.sku)}`, opener: submitter });
}

/* A control that a change has taken away leaves the focus to what says so. */
function onSettled({ target }) {
  if (!target.closest?.("#cart, #cart-drawer-body") || document.activeElement !== document.body) return;
  (target.closest("dialog")?.querySelector("[data-dialog-title]") ?? document.getElementById("main")).focus();
}

document.addEventListener("submit", (event) => (submitter = event.submitter), true);
document.addEventListener("cart-changed", onChanged);
document.addEventListener("htmx:afterSettle", onSettled);
