/* Links that open in a layer: <a href="/menu/" data-dialog="menu-drawer"> loads that page's fragment into the
   [data-dialog-body] of <dialog id="menu-drawer">. Without a script they are links to the page.
   The browser keeps the focus inside, closes on Esc and gives the focus back. */
import htmx from "htmx.org";

const openers = new WeakMap();

/* Opens the dialog of that id, and loads `url` into it where one is given. `opener` gets the focus back. */
export function openDialog(id, { url, opener } = {}) {
  const dialog = document.getElementById(id);
  if (!dialog) return false;
  openers.set(dialog, { opener, card: opener?.closest("[data-product]")?.dataset.product });
  if (!dialog.open) showModal(dialog);
  if (url) load(dialog, url);
  return true;
}

/* The page below keeps its width: its scrollbar is gone while a dialog is open. */
export function showModal(dialog) {
  const root = document.documentElement;
  if (!document.querySelector("dialog:modal")) {
    root.style.setProperty("--scrollbar", `${innerWidth - root.clientWidth}px`);
  }
  dialog.showModal();
}

async function load(dialog, url) {
  const body = dialog.querySelector("[data-dialog-body]");
  dialog.dataset.url = url;
  body.setAttribute("aria-busy", "true");
  await htmx.ajax("GET", url, { target: body, swap: "innerHTML", source: body }).catch(() => {});
  body.removeAttribute("aria-busy");
  if (dialog.open) dialog.querySelector("[data-dialog-title]")?.focus();
}

function onClick(event) {
  const link = event.target.closest("[data-dialog]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link && plain && openDialog(link.dataset.dialog, { url: link.dataset.url ?? link.href, opener: link })) {
    event.preventDefault();
    return;
  }
  const dialog = event.target.closest("dialog");
  if (event.target.closest("[data-close]") || event.target === dialog) dialog?.close();
}

/* The opener may be gone by now, swapped with its list: then its product's link has the focus. */
function onClose(event) {
  const { opener, card } = openers.get(event.target) ?? {};
  if (opener?.isConnected) return opener.focus();
  if (card) document.querySelector(`[data-product="${card}"] a`)?.focus();
}

/* What could not be loaded offers the page itself. */
function onFailure(event) {
  const dialog = event.target.closest?.("dialog[open]");
  const template = document.getElementById("dialog-failure");
  if (!dialog || event.target !== dialog.querySelector("[data-dialog-body]")) return;
  const failure = template.content.cloneNode(true);
  failure.querySelector("a").href = dialog.dataset.url;
  event.target.replaceChildren(failure);
}

document.addEventListener("click", onClick);
document.addEventListener("close", onClose, true);
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, onFailure);
}
