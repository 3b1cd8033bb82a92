/* Putting an answer's parts in place: what was open stays open, and the focus where it was. */
const SHEET_BODY = "#photo-filter-sheet [data-sheet-body]";

const NEW = "photo-search__results--new";
const LONGEST_MS = 200; // a tab that nobody looks at paints nothing

/* What was found, and nothing else yet. */
export function swapFound(parts) {
  const refocus = focusKept();
  const old = document.getElementById("photo-found");
  const isFirstView = old.getBoundingClientRect().top >= 0 && !old.contains(document.activeElement);
  put(parts, "photo-found").classList.toggle(NEW, isFirstView);
  refocus();
}

/* The rest of the answer, once what was found is in view. */
export async function swapRest(parts) {
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, LONGEST_MS);
  });
  const found = document.getElementById("photo-found");
  found.classList.remove(NEW);
  window.htmx?.process(found);
  swapFilters(parts("photo-filters"));
}

export function put(parts, id) {
  const [old, fresh] = [document.getElementById(id), parts(id)];
  if (old && fresh) old.replaceWith(fresh);
  return old && fresh;
}

function swapFilters(fresh) {
  if (!fresh) return;
  const refocus = focusKept();
  const open = [...document.querySelectorAll("#photo-form details[open]")].map((one) => one.id || one.className);
  const body = document.querySelector(SHEET_BODY);
  const inSheet = body?.firstElementChild;
  document.getElementById("photo-filters").replaceWith(fresh);
  if (inSheet) body.replaceChildren(fresh.querySelector(".filters__form"));
  for (const one of document.querySelectorAll("#photo-form .photo-filters details, .sheet details")) {
    if (open.includes(one.id || one.className)) one.open = true;
  }
  window.htmx?.process(fresh);
  refocus();
}

/* Remembers where the focus is; the function that comes back puts it there again. */
function focusKept() {
  const { activeElement } = document;
  const held = activeElement?.closest("#photo-found") && signature(activeElement);
  return () => restoreFocus(activeElement?.id, held);
}

/* A button of a swapped part is found again by what it sends. */
const signature = ({ name, value }) => (name ? [name, value] : null);

function restoreFocus(id, held) {
  if (document.activeElement !== document.body) return;
  const again = held && document.querySelector(`#photo-found [value="${CSS.escape(held[1])}"]`);
  const target = again || (id && document.getElementById(id)) || (held && document.getElementById("results"));
  target?.focus({ preventScroll: true });
}

/* On phones the filters are a sheet; its fields stay the form's own, since the sheet lies inside it. */
export function openSheet() {
  const sheet = document.getElementById("photo-filter-sheet");
  const fields = document.querySelector("#photo-filters .filters__form");
  if (!sheet || !fields) return;
  sheet.querySelector("[data-sheet-body]").append(fields);
  sheet.showModal();
  sheet.addEventListener(
    "close",
    () => document.querySelector("#photo-filters .filters").append(sheet.querySelector(".filters__form")),
    { once: true },
  );
}
