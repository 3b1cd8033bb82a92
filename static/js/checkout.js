/* The checkout: says what is missing when a field is left, and sends once. The server checks all of it again. */
function errorOf(field) {
  const { missing, noEmail } = field.form.dataset;
  if (field.required && !field.value.trim()) return missing;
  return field.validity.typeMismatch ? noEmail : "";
}

function show(field, text) {
  const id = `${field.id}_error`;
  let list = document.getElementById(id);
  if (!text) {
    list?.remove();
    field.removeAttribute("aria-invalid");
    return;
  }
  if (!list) {
    list = document.createElement("ul");
    list.id = id;
    list.className = "errorlist";
    field.after(list);
  }
  const item = document.createElement("li");
  item.textContent = text;
  list.replaceChildren(item);
  field.setAttribute("aria-invalid", "true");
  const about = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  field.setAttribute("aria-describedby", [...about.add(id)].join(" "));
}

const isOurs = (field) => field.form?.matches?.("[data-checkout]") && field.id && field.type !== "hidden";

/* On leaving a field, not while typing in it; a field that was never touched is left in peace. */
function onBlur({ target }) {
  if (isOurs(target) && (target.value || target.dataset.touched)) show(target, errorOf(target));
}

function onInput({ target }) {
  if (!isOurs(target)) return;
  target.dataset.touched = "true";
  if (target.getAttribute("aria-invalid") && !errorOf(target)) show(target, "");
}

/* Locked after the browser has read what is sent. */
function onSubmit({ target, submitter }) {
  if (!target.matches("[data-checkout]")) return;
  if (submitter?.name) return;
  const button = target.querySelector("[data-send]");
  if (!button) return;
  button.dataset.text ??= button.textContent;
  setTimeout(() => {
    button.disabled = true;
    button.textContent = target.dataset.sending;
  });
}

/* Back from the next page, the browser shows this one as it was left. */
function onShow({ persisted }) {
  if (persisted && document.querySelector("[data-checkout]")) location.reload();
}

document.addEventListener("focusout", onBlur);
document.addEventListener("input", onInput);
document.addEventListener("submit", onSubmit);
addEventListener("pageshow", onShow);
