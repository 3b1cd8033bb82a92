/* Ways in: the two inputs, a photo dropped anywhere on the page, and one that is pasted. */
import { show, words } from "./words.js";

const MOST_BYTES = 25 * 1024 * 1024;
const NOT_PHOTOS = /^(text|video|audio|application)\//;

/* `onPhoto(file)` for each photo that is chosen. */
export function choose(onPhoto) {
  const take = (files) => {
    const file = [...(files ?? [])][0];
    if (!file) return false;
    if (NOT_PHOTOS.test(file.type)) show(words().format);
    else onPhoto(file);
    return true;
  };
  for (const input of document.querySelectorAll("#photo, #photo-camera")) {
    input.addEventListener("change", () => take(input.files));
  }
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("photo-dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("photo-dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("photo-dropping");
    if (take(event.dataTransfer?.files)) event.preventDefault();
  });
  document.addEventListener("paste", (event) => {
    if (take(event.clipboardData?.files)) event.preventDefault();
  });
}

/* A photo that this browser cannot open goes to the server as it is, which answers with a page. */
export function sendAsItIs(form, file) {
  if (file.size > MOST_BYTES) return show(words().large);
  const input = form.elements.namedItem("photo");
  const carrier = new DataTransfer();
  carrier.items.add(file);
  input.files = carrier.files;
  show(words().sending, { onCancel: () => window.stop() });
  return form.submit();
}
