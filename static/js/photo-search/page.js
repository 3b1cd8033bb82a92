/* Which page this is: the form, results with their photo, or results of a link. */
import { choose, sendAsItIs } from "./choose.js";
import { fromBase64, preview, shrink } from "./picture.js";
import { Search } from "./search.js";
import { find, forget, forgetOld, keep, wasForgotten } from "./store.js";
import { openSheet } from "./swap.js";
import { why } from "./why.js";

const PENDING = "pending";
const CHANGE_MS = 150;
const NARROW = matchMedia("(max-width: 1023px)");
const element = (id) => document.getElementById(id);

/* ---- From the form: the results page takes its place, with the photo in it, before anything is sent. ---- */

async function start(file) {
  const upload = element("photo-upload");
  if (!upload) return startElsewhere(file);
  const quick = await preview(file);
  if (!quick) return sendAsItIs(upload, file);
  const main = element("main");
  const live = element("photo-live").content.cloneNode(true);
  main.querySelector("#photo-start").before(live);
  for (const gone of main.querySelectorAll("#photo-start, .photo-intro, .photo-refusal")) gone.remove();
  const search = wire(new Search(element("photo-form")));
  search.showPhoto(quick);
  scrollTo(0, 0);
  try {
    search.setPicture(await shrink(file));
  } catch {
    upload.hidden = true;
    main.append(upload); // only a form of the page can be sent
    return sendAsItIs(upload, file);
  } finally {
    URL.revokeObjectURL(quick.url);
  }
  return search.searchPhoto();
}

/* A photo dropped on results: the form's page takes it up. */
async function startElsewhere(file) {
  await keep({ link: PENDING, blob: file });
  location.assign(element("photo-form").dataset.postTo);
}

async function takeUp() {
  const pending = await find(PENDING);
  if (!pending) return;
  await forget(PENDING);
  start(pending.blob);
}

/* ---- From results that carry the photo. ---- */

async function adopt(form, field) {
  const { link, proof } = element("photo-found").dataset;
  const search = wire(new Search(form, { link, proof }));
  search.setPicture(await shrink(fromBase64(field.value)));
  field.value = "";
  search.tuner.startFrom(search.area.box);
  search.readRegions();
  if (!link) return;
  history.replaceState(history.state, "", element("photo-found").dataset.url);
  search.save();
}

/* ---- From a link: with the photo where this browser has kept it. ---- */

async function restore(form, template) {
  const { link } = element("photo-found").dataset;
  const search = wire(new Search(form, { link }));
  const kept = await find(link);
  if (!kept) return;
  element("photo-absent").replaceWith(template.content.cloneNode(true));
  search.proof = kept.proof;
  element("photo-forget").querySelector("button").hidden = false;
  search.setPicture(await shrink(kept.blob));
  search.tuner.startFrom(search.area.box);
  search.writeRegions(kept.regions ?? []);
}

/* ---- What every results page listens to. ---- */

function wire(search) {
  let changed;
  search.form.addEventListener("submit", (event) => onSubmit(event, search));
  search.form.addEventListener("change", ({ target }) => {
    if (target.name === "region") search.choose(target.dataset.edges);
    if (!target.closest(".filters__form")) return;
    clearTimeout(changed);
    changed = setTimeout(() => search.refine(), CHANGE_MS);
  });
  search.form.addEventListener("click", (event) => {
    if (!NARROW.matches || !event.target.closest(".filters__summary")) return;
    event.preventDefault();
    openSheet();
  });
  element("photo-strip").querySelector("[data-photo-filter]").addEventListener("click", openSheet);
  why(search);
  element("photo-forget")?.addEventListener("submit", (event) => search.forget(event));
  return search;
}

function onSubmit(event, search) {
  const { submitter } = event;
  event.preventDefault();
  if (submitter?.closest("dialog")) return submitter.closest("dialog").close();
  if (submitter?.name === "region") return search.choose(submitter.value);
  return search.refine(submitter);
}

function begin() {
  const form = element("photo-form");
  choose(start);
  forgetOld();
  if (!form) return takeUp();
  const field = form.elements.namedItem("picture");
  const template = element("photo-panel");
  if (field?.value) return adopt(form, field);
  return template ? restore(form, template) : undefined;
}

// Back, from a browser's own copy of the page.
addEventListener("pageshow", () => {
  if (wasForgotten(element("photo-found")?.dataset.link)) location.reload();
});

begin();
