/* A link with data-quick-view opens its product in a dialog that has the link's address: Back closes it. */
import { openDialog } from "./dialog.js";

const ID = "quick-view";
const dialog = document.getElementById(ID);

function onClick(event) {
  const link = event.target.closest("[data-quick-view]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain) return;
  event.preventDefault();
  history.pushState({ quickView: link.href }, "", link.href);
  openDialog(ID, { url: link.href, opener: link });
}

/* Before htmx, which would fetch the page below anew; what is below has not changed. */
function onPop(event) {
  const url = event.state?.quickView;
  if (!url && !dialog.open) return;
  event.stopImmediatePropagation();
  if (url) openDialog(ID, { url });
  else dialog.close();
}

function onClose() {
  document.getElementById(`${ID}-body`).replaceChildren();
  if (history.state?.quickView) history.back();
}

if (dialog) {
  document.addEventListener("click", onClick);
  addEventListener("popstate", onPop, { capture: true });
  dialog.addEventListener("close", onClose);
}
