/* Why a tile is here: which patch of the searched part is most alike, by what the server says of that part. */
import { place } from "./box.js";
import { part } from "./picture.js";
import { hide, show, tell, words } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const FILLED = "xMidYMid slice";
const WHOLE = "xMidYMid meet";
const SCRIM = [11, 13, 15];
const DARKEST = 0.7;
const LONGEST_MS = 30_000;
const LEAST_SEEN = 160;

export function why(search) {
  const bar = document.getElementById("photo-strip");
  const crop = bar.querySelector("svg");
  let asked = null; // the button that is pressed
  let layers = [];

  function end() {
    if (!asked) return;
    asked.setAttribute("aria-pressed", "false");
    asked.removeAttribute("aria-busy");
    asked = null;
    for (const layer of layers) layer.remove();
    layers = [];
    bar.classList.remove("photo-strip--why");
    crop.setAttribute("preserveAspectRatio", FILLED);
    bar.hidden = !isPast(search.area, 0);
  }

  async function press(button) {
    end();
    asked = button;
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await ask(search, button);
      if (asked !== button) return;
      if (answer.error) throw new Refused(answer.error);
      hide();
      button.setAttribute("aria-pressed", "true");
      draw(answer, sentence(answer.best, button.dataset.shared));
    } catch (error) {
      if (asked !== button) return;
      end();
      const said = error instanceof Refused ? error.message : navigator.onLine ? words().failed : words().offline;
      show(said, { onAgain: () => press(button) });
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  /* On the photo, and on the strip that takes its place where it is scrolled past. */
  function draw(heat, text) {
    const { area } = search;
    const { left, top, right, bottom } = area.box;
    const [, , width, height] = area.photo.getAttribute("viewBox").split(" ").map(Number);
    const box = [left, top, right - left, bottom - top];
    const pixels = box.map((value, at) => (value * (at % 2 ? height : width)) / 100);
    layers = [
      area.overlay.insertBefore(layer(heat, box), area.overlay.querySelector("rect")),
      crop.appendChild(layer(heat, pixels)),
      area.stage.appendChild(caption(text)),
      bar.appendChild(caption(text)),
    ];
    bar.classList.add("photo-strip--why");
    crop.setAttribute("preserveAspectRatio", WHOLE);
    if (isPast(area, LEAST_SEEN)) bar.hidden = false;
    tell(text);
  }

  search.form.closest("#photo-search").addEventListener("click", ({ target }) => {
    const button = target.closest(".photo-why");
    if (target.closest("[data-why-end]")) asked?.focus({ preventScroll: true });
    if (button === asked || target.closest("[data-why-end]")) end();
    else if (button && search.picture) press(button);
  });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && end());
  document.addEventListener("photo:drawn", end, { capture: true });
  new MutationObserver(() => asked && !asked.isConnected && end()).observe(search.form.closest("#photo-search"), {
    childList: true,
  });
}

class Refused extends Error {}

async function ask({ form, picture, area, proof }, button) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
  body.append("search", proof);
  body.append("image", button.value);
  body.append("photo", await part(picture, area.box), "part.jpg");
  const url = button.closest("[data-why]").dataset.why;
  const response = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(LONGEST_MS) });
  return response.json();
}

const isPast = (area, least) => area.root.getBoundingClientRect().bottom <= least;

function sentence(best, shared) {
  const said = shared ? words().alikeToo : words().alike;
  return said.replace("{place}", words()[place(best)]).replace("{shared}", shared);
}

/* What adds nothing is darkened as what lies beside the searched part is. */
function layer({ rows, frame, best }, [x, y, width, height]) {
  const layer = element("svg", { x, y, width, height, viewBox: "0 0 100 100", preserveAspectRatio: "none" });
  const href = shades(rows);
  layer.append(element("image", { href, ...placed(frame), preserveAspectRatio: "none" }));
  for (const name of ["edge", "frame"]) layer.append(element("rect", { class: `photo-area__${name}`, ...placed(best) }));
  return layer;
}

function shades(rows) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: rows[0].length, height: rows.length });
  const pixels = rows.flat().flatMap((share) => [...SCRIM, Math.round(255 * DARKEST * (1 - share))]);
  const image = new ImageData(new Uint8ClampedArray(pixels), canvas.width, canvas.height);
  canvas.getContext("2d").putImageData(image, 0, 0);
  return canvas.toDataURL();
}

const placed = ({ left, top, right, bottom }) => ({ x: left, y: top, width: right - left, height: bottom - top });

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/* Readers of screens are told it. */
function caption(text) {
  const made = document.createElement("p");
  Object.assign(made, { className: "photo-why__said", textContent: text, ariaHidden: "true" });
  return made;
}
