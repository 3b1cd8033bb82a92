/* A dialog is called what is in it: [data-title] in what was loaded, and [data-label] for who hears it. */
document.addEventListener("htmx:afterSwap", ({ target }) => {
  if (!target.matches?.("[data-dialog-body]")) return;
  const named = target.querySelector("[data-title]");
  const dialog = target.closest("dialog");
  if (!named) return;
  dialog.querySelector("[data-dialog-title]").textContent = named.dataset.title;
  dialog.setAttribute("aria-label", named.dataset.label ?? named.dataset.title);
});
