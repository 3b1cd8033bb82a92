/* What every swap owes: the part that changes says it is busy, and a failure says so and leaves the old part. */
import { say } from "./status.js";

const words = document.body.dataset;

document.addEventListener("htmx:beforeRequest", ({ detail }) => detail.target.setAttribute("aria-busy", "true"));
document.addEventListener("htmx:afterRequest", ({ detail }) => detail.target.removeAttribute("aria-busy"));
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    const asked = event.detail.requestConfig?.triggeringEvent;
    // What a page fetches by itself, nobody has asked for: its place stays empty.
    if (!asked || asked.type === "revealed") return;
    if (!event.target.closest("dialog")) say(navigator.onLine ? words.failed : words.offline);
  });
}
