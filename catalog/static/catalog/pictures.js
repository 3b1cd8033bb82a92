// Pictures of a product: several are dropped at once, each with its progress and its error, and put in order
// by dragging or by buttons. Without this, each row has a file field and a number for its place.

for (const drop of document.querySelectorAll("[data-desk-pictures]")) {
  const group = document.getElementById(`${drop.dataset.group}-group`);
  const input = drop.querySelector("input");
  drop.hidden = false;
  input.addEventListener("change", () => take(drop, group, [...input.files]).then(() => (input.value = "")));
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("is-over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("is-over");
    take(drop, group, [...event.dataTransfer.files]);
  });
  order(group, drop.dataset);
  document.addEventListener("formset:added", () => order(group, drop.dataset));
}

async function take(drop, group, files) {
  for (const file of files) {
    const line = drop.querySelector("ul").appendChild(document.createElement("li"));
    const progress = document.createElement("progress");
    line.append(file.name, " ", progress);
    const answer = await send(drop, file, progress);
    progress.remove();
    line.classList.toggle("desk-error", !answer.ok);
    if (!answer.ok) line.append(answer.error ?? drop.dataset.failed);
    else if ("saved" in drop.dataset) line.append(await insert(group, answer.id).then(() => drop.dataset.added));
    else line.append(attach(group, file), drop.dataset.ready);
    order(group, drop.dataset);
  }
}

function send(drop, file, progress) {
  const body = new FormData();
  body.append("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", drop.dataset.upload);
    request.setRequestHeader("X-CSRFToken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => (progress.value = event.loaded / event.total));
    request.addEventListener("load", () => resolve({ ok: request.status < 300, ...request.response }));
    request.addEventListener("error", () => resolve({ ok: false }));
    request.send(body);
  });
}

// The row of a picture that is stored already, as the server writes it, before those that are not.
async function insert(group, id) {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const fresh = [...page.querySelectorAll(`#${group.id} tr.form-row`)].find(
    (row) => row.querySelector("input[name$='-id']")?.value === String(id),
  );
  if (!fresh) return location.reload();
  const initial = group.querySelector("[name$='-INITIAL_FORMS']");
  const total = group.querySelector("[name$='-TOTAL_FORMS']");
  const place = Number(initial.value);
  const unsaved = rows(group).filter((row) => !row.classList.contains("has_original"));
  for (const row of unsaved) number(row, index(row) + 1);
  number(fresh, place);
  fresh.classList.add(`dynamic-${group.id.replace("-group", "")}`);
  (unsaved[0] ?? group.querySelector("tr.empty-form")).before(document.importNode(fresh, true));
  initial.value = place + 1;
  total.value = Number(total.value) + 1;
}

// A product that is not stored yet: the file waits in a row of its own.
function attach(group, file) {
  group.querySelector(".add-row a").click();
  const files = new DataTransfer();
  files.items.add(file);
  rows(group).at(-1).querySelector("input[type=file]").files = files.files;
  return "";
}

function order(group, texts) {
  for (const row of rows(group)) {
    const cell = row.querySelector(".field-position");
    if (!cell || cell.querySelector("button")) continue;
    cell.querySelector("input").type = "hidden";
    cell.append(button("↑", texts.up, () => move(group, row, -1)), button("↓", texts.down, () => move(group, row, 1)));
    // By the picture, say: text in a field is dragged over to be selected.
    row.addEventListener("pointerdown", ({ target }) => (row.draggable = !target.closest("input, select, a")));
    row.addEventListener("dragstart", (event) => {
      event.dataTransfer.effectAllowed = "move";
      group.dragged = row;
    });
    row.addEventListener("dragover", (event) => group.dragged && event.preventDefault());
    row.addEventListener("drop", (event) => {
      if (!group.dragged) return;
      event.preventDefault();
      const all = rows(group);
      put(group, group.dragged, all.indexOf(row));
      group.dragged = null;
    });
  }
  write(group);
}

function move(group, row, by) {
  put(group, row, rows(group).indexOf(row) + by);
}

// Stored rows stay before those that are not: Django counts on it.
function put(group, row, place) {
  const all = rows(group);
  const other = all[place];
  if (!other || other === row) return;
  if (other.classList.contains("has_original") !== row.classList.contains("has_original")) return;
  if (all.indexOf(row) < place) other.after(row);
  else other.before(row);
  write(group);
}

function write(group) {
  for (const [place, row] of rows(group).entries()) {
    const input = row.querySelector(".field-position input");
    if (input) input.value = place;
  }
}

function button(sign, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.title = label;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", () => {
    act();
    made.focus();
  });
  return made;
}

function rows(group) {
  return [...group.querySelectorAll("tr.form-row:not(.empty-form)")];
}

function index(row) {
  return Number(/-(\d+)-/.exec(row.querySelector("input[name]").name)[1]);
}

function number(row, place) {
  row.id = row.id.replace(/\d+$/, place);
  for (const element of row.querySelectorAll("[name], [id], [for]")) {
    for (const name of ["name", "id", "for"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(/-\d+-/, `-${place}-`));
    }
  }
}
