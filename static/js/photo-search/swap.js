/* Putting an answer's parts in place: what was open stays open, and the focus where it was. */
const SHEET_BODY = "#photo-filter-sheet [data-sheet-body]";

export function swap(parts) {
  const focused = document.activeElement?.id;
  const held = document.activeElement?.closest("#photo-found") && signature(document.activeElement);
  const open = [...document.querySelectorAll("#photo-form details[open]")].map((one) => one.id || one.className);
  replace(parts, "photo-found");
  swapFilters(parts("photo-filters"));
  for (const one of document.querySelectorAll("#photo-form .photo-filters details, .sheet details")) {
    if (open.includes(one.id || one.className)) one.open = true;
  }
  restoreFocus(focused, held);
}

export function replace(parts, id) {
  const [old, fresh] = [document.getElementById(id), parts(id)];
  if (!old || !fresh) return null;
  old.replaceWith(fresh);
  window.htmx?.process(fresh);
  return fresh;
}

function swapFilters(fresh) {
  if (!fresh) return;
  const body = document.querySelector(SHEET_BODY);
  const inSheet = body?.firstElementChild;
  document.getElementById("photo-filters").replaceWith(fresh);
  if (inSheet) body.replaceChildren(fresh.querySelector(".filters__form"));
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
