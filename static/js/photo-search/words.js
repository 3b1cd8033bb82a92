/* What the page says while it works: the shop's words lie in the page, in its language. */
import { place } from "./box.js";

const element = (id) => document.getElementById(id);

export const words = () => element("photo-words")?.dataset ?? {};

/* For readers of screens only. */
export function tell(sentence) {
  const said = element("photo-said");
  if (said) said.textContent = sentence;
}

/* For all: what goes on, with a way out; or what went wrong, with a way on. */
export function show(sentence, { onCancel, onAgain } = {}) {
  const bar = element("photo-progress");
  if (!bar) return;
  bar.hidden = false;
  bar.querySelector("progress").hidden = Boolean(onAgain) || !onCancel;
  bar.querySelector("[data-progress-text]").textContent = sentence;
  offer(bar.querySelector("[data-progress-cancel]"), onCancel);
  offer(bar.querySelector("[data-progress-again]"), onAgain);
  tell(sentence);
}

export function hide() {
  const bar = element("photo-progress");
  if (bar) bar.hidden = true;
}

function offer(button, act) {
  button.hidden = !act;
  button.onclick = act ?? null;
}

export function areaText(box) {
  const values = {
    wide: Math.round(box.right - box.left),
    high: Math.round(box.bottom - box.top),
    place: words()[place(box)],
  };
  return words().area.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
}
