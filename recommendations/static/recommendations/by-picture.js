// A photo that is chosen or dropped is searched for at once. Without this, the form has its button.
for (const form of document.querySelectorAll("[data-picture-search]")) {
  const input = form.querySelector("input[type=file]");
  input.addEventListener("change", () => input.files.length && form.requestSubmit());
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("is-over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("is-over");
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
}
