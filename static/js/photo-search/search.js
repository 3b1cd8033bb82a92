/* One photo and what is found for it. The photo stays here; the server gets it once, then parts of it. */
import { Area } from "./area.js";
import { EDGES, isWhole, means, parse, text } from "./box.js";
import { part } from "./picture.js";
import { ask, giveUp, NoAnswer } from "./send.js";
import { forget, keep, noteForgotten } from "./store.js";
import { strip } from "./strip.js";
import { put, swapFound, swapRest } from "./swap.js";
import { tune } from "./tune.js";
import { areaText, show, tell, words } from "./words.js";

const WAIT_MS = 300;
const REST_MS = 500;
const MOST_CUTS = 10;
const NOT_FILTERS = new Set(["csrfmiddlewaretoken", "picture", "search", "region", ...EDGES]);

const choices = () => [...document.querySelectorAll("#photo-regions [name='region']")];

export class Search {
  /* `form` is the photo form; `picture`, from `shrink`, may be missing: a shared link has results alone. */
  constructor(form, { link = "", proof = "" } = {}) {
    Object.assign(this, { form, link, proof, picture: null, regions: [], cuts: new Map() });
  }

  /* ---- The photo. ---- */

  showPhoto(preview) {
    if (!this.area) {
      this.area = new Area(document.getElementById("photo-area"), { onChange: (...change) => this.onBox(...change) });
      this.tuner = tune(document.getElementById("photo-edges"), this.area);
      this.drawStrip = strip(this.area);
    }
    this.area.show(preview);
    this.drawStrip();
  }

  setPicture(picture) {
    this.picture = picture;
    this.cuts.clear();
    this.showPhoto(picture);
  }

  /* The goods in it, as the page's choices have them. */
  readRegions() {
    this.regions = choices().map(({ dataset, labels }) => ({
      value: dataset.edges,
      label: labels[0].textContent.trim(),
      kind: dataset.kind,
    }));
    this.markRegion();
  }

  /* After a reload: the same choices again. */
  writeRegions(regions) {
    const list = document.querySelector("#photo-regions [role='radiogroup']");
    const model = list.firstElementChild;
    const items = regions.map(({ value, label, kind }) => {
      const item = model.cloneNode(true);
      Object.assign(item.querySelector("input").dataset, { edges: value, kind });
      item.querySelector("span").textContent = label;
      return item;
    });
    if (items.length) list.replaceChildren(...items);
    this.readRegions();
  }

  markRegion() {
    if (!this.area) return;
    const { box } = this.area;
    const chosen = this.regions.find(({ value }) =>
      isWhole(parse(value)) ? isWhole(box) : !isWhole(box) && means(box, parse(value)),
    );
    for (const choice of choices()) choice.checked = choice.dataset.edges === chosen?.value;
    const dots = this.regions.filter((region) => region !== chosen);
    this.area.addDots(dots, (value) => this.choose(value));
  }

  choose(value) {
    if (this.area && this.picture) this.area.set(parse(value), { now: true });
  }

  /* ---- Asking. ---- */

  onBox(box, now) {
    clearTimeout(this.wait);
    this.changed = Date.now();
    this.markRegion();
    document.querySelector(".photo-regions__unsure")?.remove();
    if (this.picture) this.cut(box);
    this.wait = setTimeout(() => this.searchPart(box), now ? 0 : WAIT_MS);
  }

  /* The part under a box, as it is sent: cut while the box still rests, or before anyone asks. */
  cut(box) {
    const key = text(box);
    if (this.cuts.size >= MOST_CUTS && !this.cuts.has(key)) this.cuts.clear();
    if (!this.cuts.has(key)) this.cuts.set(key, part(this.picture, box));
    return this.cuts.get(key);
  }

  /* The whole photo, once: the answer says which goods are in it. */
  searchPhoto() {
    const body = this.body();
    body.append("photo", this.picture.blob, "photo.jpg");
    return this.request(this.form.dataset.postTo, { body, sending: true }, () => this.searchPhoto());
  }

  async searchPart(box) {
    const body = this.body();
    for (const edge of EDGES) body.append(edge, box[edge]);
    body.append("part", "1");
    body.append("search", this.proof);
    body.append("photo", await this.cut(box), "part.jpg");
    return this.request(this.form.dataset.postTo, { body }, () => this.searchPart(box));
  }

  /* Filters, guesses, marks, "show more": a link, without the photo. */
  refine(submitter) {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(this.form, submitter)) {
      if (!NOT_FILTERS.has(name) && value !== "") query.append(name, value);
    }
    return this.request(`${this.link}?${query}`, {}, () => this.refine(submitter));
  }

  body() {
    const body = new FormData();
    for (const [name, value] of new FormData(this.form)) {
      if ((!NOT_FILTERS.has(name) || name === "csrfmiddlewaretoken") && value !== "") body.append(name, value);
    }
    return body;
  }

  async request(url, options, again) {
    const found = document.getElementById("photo-found");
    const turn = (this.turn = (this.turn ?? 0) + 1);
    found.setAttribute("aria-busy", "true");
    try {
      const answer = await ask(url, options);
      if (answer) await this.onAnswer(answer, options);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      show(error.message, { onAgain: again });
    } finally {
      if (turn === this.turn) found.removeAttribute("aria-busy"); // else a later request waits
    }
  }

  async onAnswer({ status, parts }, { body }) {
    const fresh = parts("photo-found");
    const { link, url, proof, box } = fresh?.dataset ?? {};
    // The search is over, but the photo is here still: it begins again.
    if (status === 404 && !body && this.picture) return this.searchPart(this.area.box);
    if (!fresh) return show(words().failed, { onAgain: () => location.reload() });
    swapFound(parts);
    const hasRegions = this.area && put(parts, "photo-regions");
    if (link) {
      if (proof) this.proof = proof;
      if (this.link && link !== this.link) await forget(this.link);
      this.link = link;
      history.replaceState(history.state, "", url);
      document.title = document.title.replace(/^.*?(?= · )/, words().title);
      document.getElementById("photo-forget")?.setAttribute("action", `${link}forget/`);
    }
    if (box && body && !body.has("part")) this.onFirstBox(parse(box));
    if (hasRegions) this.readRegions();
    await swapRest(parts);
    if (link && this.picture) this.save();
    this.tellFound(fresh.dataset.count);
    return undefined;
  }

  onFirstBox(box) {
    this.area.draw(box);
    this.tuner.startFrom(box);
  }

  save() {
    const { link, proof, regions } = this;
    return keep({ link, proof, regions, blob: this.picture.blob });
  }

  tellFound(count) {
    clearTimeout(this.rest);
    const heading = document.getElementById("results").textContent.trim();
    const sentence = this.area && count ? `${areaText(this.area.box)} ${count}.` : heading;
    this.rest = setTimeout(() => this.onRest(sentence), REST_MS);
  }

  onRest(sentence) {
    tell(sentence);
    if (this.picture) for (const { value } of this.regions) this.cut(parse(value));
  }

  /* ---- The end. ---- */

  async forget(event) {
    event.preventDefault();
    clearTimeout(this.wait);
    giveUp();
    await forget(this.link);
    if (!this.link) return location.assign(this.form.dataset.postTo);
    noteForgotten(this.link);
    const form = document.getElementById("photo-forget");
    form.elements.namedItem("proof").value = this.proof;
    return form.submit();
  }
}

