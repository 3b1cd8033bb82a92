/* Search with a photo: drawing the searched part, and keeping the photo in this browser tab only. */
"use strict";

(() => {
  const EDGES = ["left", "top", "right", "bottom"];
  const SENT_WITH_PHOTO = new Set(["csrfmiddlewaretoken", "picture", "search", ...EDGES]);
  const SMALLEST = 10; // per cent of a side
  const SVG = "http://www.w3.org/2000/svg";

  const within = (value, low, high) => Math.min(Math.max(value, low), high);

  /* ---- The searched part: a box on the photo, kept the same as the four number fields. ---- */

  class SearchArea {
    constructor(panel) {
      this.photo = panel.querySelector(".photo-area");
      this.overlay = panel.querySelector(".photo-area__overlay");
      this.scrim = panel.querySelector(".photo-area__scrim");
      this.frame = panel.querySelector(".photo-area__frame");
      this.rectangles = panel.querySelectorAll(".photo-area__edge, .photo-area__frame");
      this.fields = Object.fromEntries(EDGES.map((edge) => [edge, panel.querySelector(`[name="${edge}"]`)]));
      this.grips = ["left", "right"].flatMap((x) => ["top", "bottom"].map((y) => this.addCorner(x, y)));
      this.sendButton = panel.querySelector(".photo-search-part");
      this.photo.classList.add("photo-area--live");
      this.photo.addEventListener("pointerdown", (event) => this.start(event));
      for (const field of Object.values(this.fields)) {
        field.addEventListener("input", () => this.draw(this.typed()));
      }
      this.searched = panel.dataset.share ? JSON.stringify(this.typed()) : "";
      this.draw(this.typed());
    }

    addCorner(x, y) {
      const parts = ["photo-area__corner", "photo-area__grip"].map((name) => {
        const part = document.createElementNS(SVG, "path");
        part.setAttribute("class", name);
        Object.assign(part.dataset, { x, y });
        return this.overlay.appendChild(part);
      });
      return { x, y, parts };
    }

    typed() {
      const at = Object.fromEntries(
        EDGES.map((edge) => [edge, within(this.fields[edge].valueAsNumber || 0, 0, 100)]),
      );
      return at.right > at.left && at.bottom > at.top ? at : { left: 0, top: 0, right: 100, bottom: 100 };
    }

    draw(box) {
      this.box = box;
      const { left, top, right, bottom } = box;
      this.scrim.setAttribute("d", `M0 0H100V100H0ZM${left} ${top}H${right}V${bottom}H${left}Z`);
      for (const rectangle of this.rectangles) {
        rectangle.setAttribute("x", left);
        rectangle.setAttribute("y", top);
        rectangle.setAttribute("width", right - left);
        rectangle.setAttribute("height", bottom - top);
      }
      this.frame.classList.toggle("photo-area__frame--part", right - left < 100 || bottom - top < 100);
      this.sendButton.classList.toggle("photo-search-part--idle", JSON.stringify(box) === this.searched);
      for (const { x, y, parts } of this.grips) {
        for (const part of parts) part.setAttribute("d", `M${box[x]} ${box[y]}h0.01`);
      }
    }

    place(event) {
      const point = new DOMPoint(event.clientX, event.clientY);
      const { x, y } = point.matrixTransform(this.overlay.getScreenCTM().inverse());
      return { x: within(x, 0, 100), y: within(y, 0, 100) };
    }

    start(event) {
      const move = this.gesture(event);
      if (!move || event.button !== 0) return;
      event.preventDefault();
      const before = this.box;
      this.photo.setPointerCapture(event.pointerId);
      const onMove = (next) => this.draw(move(this.place(next)));
      const onEnd = (last) => {
        this.photo.removeEventListener("pointermove", onMove);
        this.photo.removeEventListener("pointerup", onEnd);
        this.photo.removeEventListener("pointercancel", onEnd);
        this.finish(last.type === "pointercancel" ? before : this.box);
      };
      this.photo.addEventListener("pointermove", onMove);
      this.photo.addEventListener("pointerup", onEnd);
      this.photo.addEventListener("pointercancel", onEnd);
    }

    /* What a drag from here does: resize by a corner, move the box, or draw anew. A finger beside the box scrolls. */
    gesture(event) {
      const from = this.place(event);
      const { x, y } = event.target.dataset;
      if (x && y) return (to) => this.resized(this.box, x, y, to);
      if (event.target === this.frame && this.frame.classList.contains("photo-area__frame--part")) {
        const box = this.box;
        return (to) => this.moved(box, to.x - from.x, to.y - from.y);
      }
      if (event.pointerType === "touch") return null;
      return (to) => ({
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        right: Math.max(from.x, to.x),
        bottom: Math.max(from.y, to.y),
      });
    }

    resized(box, x, y, to) {
      const next = { ...box };
      next[x] = x === "left" ? Math.min(to.x, box.right - SMALLEST) : Math.max(to.x, box.left + SMALLEST);
      next[y] = y === "top" ? Math.min(to.y, box.bottom - SMALLEST) : Math.max(to.y, box.top + SMALLEST);
      return next;
    }

    moved(box, dx, dy) {
      const x = within(dx, -box.left, 100 - box.right);
      const y = within(dy, -box.top, 100 - box.bottom);
      return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
    }

    finish(box) {
      const wide = this.widened(box.left, box.right);
      const high = this.widened(box.top, box.bottom);
      this.draw({ left: wide[0], top: high[0], right: wide[1], bottom: high[1] });
      for (const edge of EDGES) this.fields[edge].value = this.box[edge];
    }

    /* Whole per cents, at least SMALLEST apart. */
    widened(low, high) {
      const start = within(Math.round(low), 0, 100 - SMALLEST);
      return [start, within(Math.round(high), start + SMALLEST, 100)];
    }
  }

  /* ---- The photo stays in this tab: reload, Back and filters find it again under the search's link. ---- */

  const kept = {
    read(key) {
      try {
        return JSON.parse(sessionStorage.getItem(key));
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        // A full or forbidden store: the page works without it.
      }
    },
    remove(key) {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };

  const keyOf = (form) => `photo:${form.dataset.share}`;

  function keep(form) {
    const { width, height } = form.querySelector(".photo-area").viewBox.baseVal;
    const field = (name) => form.elements.namedItem(name).value;
    kept.write(keyOf(form), { picture: field("picture"), search: field("search"), width, height });
    history.replaceState(null, "", form.dataset.url);
  }

  function restore(form, template) {
    const photo = kept.read(keyOf(form));
    if (!photo) return false;
    const panel = template.content.cloneNode(true);
    panel.querySelector('[name="picture"]').value = photo.picture;
    panel.querySelector('[name="search"]').value = photo.search;
    panel.querySelector(".photo-area").setAttribute("viewBox", `0 0 ${photo.width} ${photo.height}`);
    panel.querySelector(".photo-area image").setAttribute("href", `data:image/jpeg;base64,${photo.picture}`);
    document.getElementById("photo-absent").replaceWith(panel);
    Object.assign(form, { method: "post", enctype: "multipart/form-data", action: form.dataset.postTo });
    return true;
  }

  /* ---- Sending: the photo only for another part of it; everything else is a link. ---- */

  function follow(form, submitter) {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form, submitter)) {
      if (!SENT_WITH_PHOTO.has(name) && value !== "") query.append(name, value);
    }
    location.assign(`${form.dataset.share}?${query}`);
  }

  function sayBusy(form) {
    const status = document.getElementById("status");
    const line = document.createElement("p");
    line.className = "message";
    line.textContent = form.dataset.busy;
    status.replaceChildren(line);
    document.querySelector(".photo-search")?.classList.add("photo-search--busy");
    addEventListener("pageshow", () => {
      line.remove();
      document.querySelector(".photo-search")?.classList.remove("photo-search--busy");
    }, { once: true });
  }

  function onSubmit(event) {
    const form = event.currentTarget;
    const sendsPhoto = !form.dataset.share || event.submitter?.hasAttribute("data-posts-photo");
    if (form.method === "post" && !sendsPhoto) {
      event.preventDefault();
      follow(form, event.submitter);
    }
    sayBusy(form);
  }

  const form = document.getElementById("photo-form");
  if (form) {
    const template = document.getElementById("photo-panel");
    if (!template && form.dataset.share) keep(form);
    if (!template || restore(form, template)) new SearchArea(form);
    form.addEventListener("submit", onSubmit);
    document.getElementById("photo-forget")?.addEventListener("submit", () => kept.remove(keyOf(form)));
  }

  const upload = document.getElementById("photo-upload");
  if (upload) {
    upload.addEventListener("submit", onSubmit);
    upload.elements.namedItem("photo").addEventListener("change", () => upload.requestSubmit());
  }
})();
