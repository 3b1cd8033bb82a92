/* Messages in the status region: each can be closed, and good news that lies over the page leaves by itself. */
const SHOWN_MS = 10_000;
const region = document.getElementById("status");

function dress(message) {
  if (message.dataset.dressed) return;
  message.dataset.dressed = "true";
  const button = document.getElementById("close-button").content.cloneNode(true).firstElementChild;
  button.addEventListener("click", () => message.remove());
  message.append(button);
  if (!message.matches(".message--error, .message--page")) leaveLater(message);
}

function leaveLater(message) {
  setTimeout(() => (message.matches(":hover, :focus-within") ? leaveLater(message) : message.remove()), SHOWN_MS);
}

/* Says a sentence as the shop's own messages are said. */
export function say(text, kind = "error") {
  const message = document.createElement("p");
  message.className = `message message--${kind}`;
  const words = document.createElement("span");
  words.className = "message__text";
  words.textContent = text;
  message.append(words);
  region.replaceChildren(message);
}

if (region) {
  const all = () => region.querySelectorAll(".message").forEach(dress);
  new MutationObserver(all).observe(region, { childList: true });
  all();
}
