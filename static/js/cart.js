/* The cart: an add from a product's own page opens the drawer, one from a tile marks the tile. */
import { openDialog } from "./dialog.js";

let submitter = null;

/* HX-Trigger-After-Swap of every change: which product, how its tiles are marked now, and the SKU. What was pressed
   may be gone by now: another size answered in between. */
function onChanged({ detail }) {
  for (const mark of document.querySelectorAll(`[data-product="${detail.product}"] [data-in-cart]`)) {
    mark.textContent = detail.mark;
  }
  const opener = submitter;
  const url = opener?.closest("[data-opens-cart]")?.dataset.opensCart;
  submitter = null;
  if (url) openDialog("cart-drawer", { url: `${url}?added=${encodeURIComponent(detail.sku)}`, opener });
}

/* A control that a change has taken away leaves the focus to what says so. */
function onSettled({ target }) {
  if (!target.closest?.("#cart, #cart-drawer-body") || document.activeElement !== document.body) return;
  (target.closest("dialog")?.querySelector("[data-dialog-title]") ?? document.getElementById("main")).focus();
}

document.addEventListener("submit", (event) => (submitter = event.submitter), true);
document.addEventListener("cart-changed", onChanged);
document.addEventListener("htmx:afterSettle", onSettled);
