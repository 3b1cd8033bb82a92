/* Suggestions below the search field: an editable combobox with a listbox (ARIA APG). Without it, a plain search. */
const DELAY_MS = 200;
const field = document.getElementById("site-search");

function combobox(field) {
  const endpoint = new URL("suggestions/", field.form.action);
  const box = document.createElement("div");
  const said = document.createElement("p");
  let timer;
  let asked;
  let shownFor;

  box.className = "suggestions";
  box.hidden = true;
  said.className = "visually-hidden";
  said.role = "status";
  field.form.append(box, said);
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-haspopup": "listbox",
  })) {
    field.setAttribute(name, value);
  }

  const options = () => [...box.querySelectorAll("[role=option]")];
  const active = () => box.querySelector("[aria-selected=true]");

  function choose(option) {
    active()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    // Between the last and the first there is the field itself, with what was typed.
    const places = [undefined, ...options()];
    choose(places.at((places.indexOf(active() ?? undefined) + step) % places.length));
  }

  function open() {
    const list = box.firstElementChild;
    if (!list || list.dataset.count === "0") return close();
    box.hidden = false;
    field.setAttribute("aria-expanded", "true");
    field.setAttribute("aria-controls", list.id);
    said.textContent = list.dataset.said;
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    choose();
    box.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-controls");
    said.textContent = "";
  }

  async function ask(text) {
    asked?.abort(); // an older answer never comes after a newer one
    const { signal } = (asked = new AbortController());
    endpoint.search = new URLSearchParams({ q: text });
    try {
      const response = await fetch(endpoint, { signal });
      const html = response.ok && !response.redirected ? await response.text() : "";
      if (signal.aborted) return;
      choose();
      box.innerHTML = html;
      shownFor = text;
      if (document.activeElement === field) open();
    } catch {
      if (!signal.aborted) close(); // offline: the field is a plain search
    }
  }

  function askLater() {
    clearTimeout(timer);
    const text = field.value.trim();
    if (text === "") close();
    else if (text !== shownFor) timer = setTimeout(ask, DELAY_MS, text);
    else open();
  }

  function onKey(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (box.hidden) askLater();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !box.hidden && active()) {
      event.preventDefault();
      active().click();
    } else if (event.key === "Escape" && !box.hidden) {
      event.preventDefault(); // the browser would empty the field
      close();
    } else if (event.key.length === 1 || event.key === "Backspace") {
      choose();
    }
  }

  field.addEventListener("input", askLater);
  field.addEventListener("keydown", onKey);
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
  box.addEventListener("pointerdown", (event) => event.preventDefault()); // focus stays in the field
}

if (field) combobox(field);
