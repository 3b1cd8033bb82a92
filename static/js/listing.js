/* Lists: filters in a sheet on phones, what a swap must keep, and the item that was looked at last. */
import { showModal } from "./dialog.js";

const NARROW = matchMedia("(max-width: 1023px)");
const RESULTS = "listing-results";
const SEEN = "last-seen";

/* ---- The sheet: the panel's own form, laid into a dialog while it is open. ---- */

function onSummary(event) {
  const panel = event.target.closest("summary")?.parentElement;
  if (!panel?.dataset.sheet || !NARROW.matches) return;
  event.preventDefault();
  const sheet = document.getElementById(panel.dataset.sheet);
  sheet.querySelector("[data-sheet-body]").append(panel.querySelector("form"));
  showModal(sheet);
  sheet.addEventListener("close", () => panel.append(sheet.querySelector("form")), { once: true });
}

/* "Show 42 items": they are shown already. */
function onSubmit(event) {
  const sheet = event.target.closest("dialog.sheet");
  if (!sheet) return;
  event.preventDefault();
  event.stopPropagation();
  sheet.close();
}

/* ---- Swaps. ---- */

/* Addresses say only what was asked for. */
function onRequest({ detail }) {
  if (detail.target?.id !== RESULTS || detail.verb !== "get") return;
  for (const [name, value] of [...detail.formData]) if (value === "") detail.formData.delete(name);
}

/* What was folded open stays open. */
function onFormSwap({ detail: { target, fragment } }) {
  for (const open of target.querySelectorAll("details[id][open]")) {
    fragment.querySelector(`details[id="${open.id}"]`)?.setAttribute("open", "");
  }
}

/* The new count is said, and has the focus where what was pressed is gone. */
function onSwapped({ detail }) {
  if (detail.target?.id !== RESULTS) return;
  const count = document.getElementById("results");
  document.getElementById("listing-status").textContent = count.textContent.trim();
  const focused = document.activeElement;
  if (focused === document.body || focused === null) count.focus({ preventScroll: true });
}

/* ---- Back: the item that was looked at is marked. ---- */

function remember(event) {
  const card = event.target.closest?.(".card__link")?.closest("[data-product]");
  if (!card) return;
  try {
    sessionStorage.setItem(SEEN, JSON.stringify([location.pathname, card.dataset.product]));
  } catch {
    // A full or forbidden store: the list works without it.
  }
}

function mark() {
  try {
    const [path, product] = JSON.parse(sessionStorage.getItem(SEEN)) ?? [];
    if (path !== location.pathname) return;
    for (const seen of document.querySelectorAll(".card--seen")) seen.classList.remove("card--seen");
    document.querySelector(`main .card[data-product="${product}"]`)?.classList.add("card--seen");
  } catch {
    // As above.
  }
}

document.addEventListener("click", onSummary);
document.addEventListener("submit", onSubmit, true);
document.addEventListener("click", remember, true);
document.addEventListener("htmx:configRequest", onRequest);
document.addEventListener("htmx:oobBeforeSwap", onFormSwap);
document.addEventListener("htmx:afterSettle", onSwapped);
addEventListener("pageshow", mark);
