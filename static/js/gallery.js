/* The pictures of a product: thumbnails and buttons move them, a colour shows its own, a press enlarges. */
import { openDialog } from "./dialog.js";

const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const gallery = document.querySelector(".gallery");
const pictures = gallery?.querySelector(".gallery__pictures");
const thumbnails = [...(gallery?.querySelectorAll(".gallery__thumbnail") ?? [])];

/* The first sign of life, a press, a key or a scroll anywhere on the page, fetches the pictures that are not shown yet. */
const asleep = new AbortController();

function wake() {
  gallery.classList.add("gallery--awake");
  asleep.abort();
}

const current = () => Math.round(Math.abs(pictures.scrollLeft) / (pictures.clientWidth || 1));

function show(place, { smooth = true } = {}) {
  const item = pictures.children[place];
  if (!item) return;
  wake();
  const left = item.getBoundingClientRect().left - pictures.getBoundingClientRect().left - pictures.clientLeft;
  pictures.scrollBy({ left, behavior: smooth && !STILL.matches ? "smooth" : "instant" });
}

function mark() {
  const place = current();
  thumbnails.forEach((link, number) => {
    if (number === place) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
  for (const button of gallery.querySelectorAll("[data-turn]")) {
    const next = place + Number(button.dataset.turn);
    button.setAttribute("aria-disabled", String(next < 0 || next >= pictures.children.length));
  }
}

function onClick(event) {
  const thumbnail = event.target.closest(".gallery__thumbnail");
  const turn = event.target.closest("[data-turn]");
  if (thumbnail) event.preventDefault();
  if (thumbnail) show(thumbnails.indexOf(thumbnail));
  if (turn) show(current() + Number(turn.dataset.turn));
}

/* ---- Enlarged: fits the window, or twice that to be moved about. ---- */

const zoom = document.getElementById("zoom");
const links = [...(gallery?.querySelectorAll("[data-zoom]") ?? [])];
let enlarged = 0;

function enlarge(place) {
  enlarged = (place + links.length) % links.length;
  const image = new Image();
  zoom.querySelector(".zoom__picture").replaceChildren(image);
  image.src = links[enlarged].href;
  image.alt = links[enlarged].querySelector("img").alt;
  zoom.classList.remove("zoom--close");
  zoom.querySelector("[data-dialog-title]").textContent = image.alt;
  for (const button of zoom.querySelectorAll("[data-zoom-turn]")) button.hidden = links.length < 2;
}

function closeUp() {
  const close = zoom.classList.toggle("zoom--close");
  zoom.querySelector("[data-zoom-in]").setAttribute("aria-pressed", String(close));
}

function onZoomClick({ target }) {
  const turn = target.closest("[data-zoom-turn]");
  if (turn) enlarge(enlarged + Number(turn.dataset.zoomTurn));
  if (target.closest("[data-zoom-in]") || target.matches("img")) closeUp();
}

function onZoomKey(event) {
  const turns = { ArrowLeft: -1, ArrowRight: 1 };
  if (event.key in turns && !zoom.classList.contains("zoom--close")) enlarge(enlarged + turns[event.key]);
}

function onZoomLink(event) {
  const link = event.target.closest("[data-zoom]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  enlarge(links.indexOf(link));
  openDialog("zoom", { opener: link });
}

if (pictures) {
  gallery.classList.add("gallery--live");
  gallery.addEventListener("pointerenter", wake, { signal: asleep.signal });
  for (const sign of ["pointerdown", "keydown", "focusin", "scroll"]) {
    addEventListener(sign, wake, { passive: true, signal: asleep.signal });
  }
  gallery.addEventListener("click", onClick);
  gallery.addEventListener("click", onZoomLink);
  pictures.addEventListener("scroll", mark, { passive: true });
  zoom?.addEventListener("click", onZoomClick);
  zoom?.addEventListener("keydown", onZoomKey);
  let shown = Number(document.querySelector(".product .buy")?.dataset.picture ?? 0);
  if (shown) show(shown, { smooth: false });
  mark();
  document.addEventListener("htmx:afterSettle", () => {
    const wanted = Number(document.querySelector(".product .buy")?.dataset.picture ?? 0);
    if (wanted !== shown) show(wanted);
    shown = wanted;
  });
}
