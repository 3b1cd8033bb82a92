/* The box on the photo: pulled by handles, moved, drawn anew, or steered by keys. */
import { drawn, EDGES, grown, isWhole, moved, parse, pulled, same, settled, text, within } from "./box.js";

const HANDLES = ["top left", "top right", "bottom left", "bottom right", "top", "right", "bottom", "left"];
const STEP = 2;
const STRIDE = 10;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const MOST_UNDONE = 50;

export class Area {
  /* `onChange(box, now)`: after each change that is done with; `now`: without waiting for another. */
  constructor(root, { onChange }) {
    this.root = root;
    this.onChange = onChange;
    this.photo = root.querySelector(".photo-area__photo");
    this.overlay = root.querySelector(".photo-area__overlay");
    this.undone = [];
    this.frame = this.addFrame();
    this.root.classList.add("photo-area--live");
    this.stage.addEventListener("pointerdown", (event) => this.start(event));
    this.frame.addEventListener("keydown", (event) => this.onKey(event));
    this.draw(this.drawnByServer());
  }

  addFrame() {
    this.stage = part("photo-area__stage");
    const frame = part("photo-box");
    Object.assign(frame, { tabIndex: 0, role: "group", ariaLabel: this.root.dataset.boxLabel });
    frame.setAttribute("aria-describedby", "photo-keys");
    for (const edges of HANDLES) {
      const handle = part("photo-handle");
      handle.dataset.edges = edges;
      handle.ariaHidden = "true";
      frame.append(handle);
    }
    this.stage.append(frame);
    this.root.append(this.stage);
    return frame;
  }

  drawnByServer() {
    const at = (name) => Number(this.overlay.querySelector(".photo-area__frame").getAttribute(name));
    const [left, top] = [at("x"), at("y")];
    return { left, top, right: left + at("width"), bottom: top + at("height") };
  }

  show({ url, width, height }) {
    this.photo.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const [name, value] of Object.entries({ href: url, width, height })) {
      this.photo.querySelector("image").setAttribute(name, value);
    }
    this.root.style.setProperty("--ratio", width / height);
  }

  draw(box) {
    this.box = box;
    const { left, top, right, bottom } = box;
    const scrim = `M0 0H100V100H0ZM${left} ${top}H${right}V${bottom}H${left}Z`;
    this.overlay.querySelector(".photo-area__scrim").setAttribute("d", scrim);
    for (const line of this.overlay.querySelectorAll("rect")) {
      for (const [name, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) {
        line.setAttribute(name, value);
      }
    }
    const far = { left, top, right: 100 - right, bottom: 100 - bottom };
    for (const edge of EDGES) this.frame.style[edge] = `${far[edge]}%`;
    this.frame.classList.toggle("photo-box--whole", isWhole(box));
    this.root.dispatchEvent(new CustomEvent("photo:drawn", { detail: box }));
  }

  /* A change that is done with. */
  set(box, { now = false, undoable = true } = {}) {
    const next = settled(box);
    const before = this.before ?? this.box;
    this.before = null;
    if (undoable && !same(next, before)) this.undone = [...this.undone, before].slice(-MOST_UNDONE);
    this.draw(next);
    if (now || !same(next, before)) this.onChange(next, now);
  }

  undo() {
    const last = this.undone.pop();
    if (last) this.set(last, { undoable: false });
  }

  /* ---- Keys. ---- */

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = this.steered(event);
    if (next) this.set(next);
    else if (event.key === "Enter") this.set(this.box, { now: true });
    else if (event.key === "Escape") this.undo();
    else return;
    event.preventDefault();
  }

  steered({ key, shiftKey }) {
    const by = shiftKey ? STRIDE : STEP;
    if (key in ARROWS) return moved(this.box, ARROWS[key][0] * by, ARROWS[key][1] * by);
    if (key === "+" || key === "=") return grown(this.box, STEP);
    if (key === "-" || key === "_") return grown(this.box, -STEP);
    return null;
  }

  /* ---- Pointers. ---- */

  place({ clientX, clientY }) {
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    return {
      x: within(((clientX - left) / width) * 100, 0, 100),
      y: within(((clientY - top) / height) * 100, 0, 100),
    };
  }

  start(event) {
    const follow = event.button === 0 && this.gesture(event);
    if (!follow) return;
    event.preventDefault();
    this.frame.focus({ preventScroll: true });
    this.before = this.box;
    const { pointerId } = event;
    this.stage.setPointerCapture(pointerId);
    const stop = new AbortController();
    const listen = (name, act) => this.stage.addEventListener(name, act, { signal: stop.signal });
    listen("pointermove", (next) => next.pointerId === pointerId && this.draw(follow(this.place(next))));
    listen("pointerup", () => this.finish(stop, this.box));
    listen("pointercancel", () => this.finish(stop, this.before));
    document.addEventListener("keydown", (key) => key.key === "Escape" && this.finish(stop, this.before), {
      signal: stop.signal,
    });
  }

  finish(stop, box) {
    stop.abort();
    this.set(box);
  }

  /* What a drag from here does. A finger beside the box scrolls the page. */
  gesture(event) {
    const from = this.place(event);
    const edges = event.target.dataset.edges;
    if (edges) return this.pull(edges.split(" "));
    if (event.target === this.frame && !isWhole(this.box)) {
      const box = this.box;
      return (to) => moved(box, to.x - from.x, to.y - from.y);
    }
    return event.pointerType === "touch" ? null : (to) => drawn(from, to);
  }

  pull(edges) {
    const box = this.box;
    const x = edges.find((edge) => edge === "left" || edge === "right");
    const y = edges.find((edge) => edge === "top" || edge === "bottom");
    return (to) => pulled(box, x, y, to);
  }

  /* ---- Dots: the goods in the photo that are not searched now. Readers have the same as choices. ---- */

  addDots(regions, onChoose) {
    for (const dot of this.stage.querySelectorAll(".photo-dot")) dot.remove();
    for (const { value, label } of regions) {
      const box = parse(value);
      if (isWhole(box)) continue;
      const dot = document.createElement("button");
      Object.assign(dot, { type: "button", className: "photo-dot", title: label, tabIndex: -1, ariaHidden: "true" });
      dot.style.left = `${(box.left + box.right) / 2}%`;
      dot.style.top = `${(box.top + box.bottom) / 2}%`;
      dot.addEventListener("pointerdown", (event) => event.stopPropagation());
      dot.addEventListener("click", () => onChoose(text(box)));
      this.stage.append(dot);
    }
  }
}

function part(className) {
  const element = document.createElement("div");
  element.className = className;
  return element;
}
