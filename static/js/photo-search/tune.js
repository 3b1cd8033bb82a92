/* Fine-tune: buttons and four sliders that say the same as the box. */
import { EDGES, grown, moved, withEdge } from "./box.js";

const STEP = 5;
const MOVES = { left: [-STEP, 0], right: [STEP, 0], up: [0, -STEP], down: [0, STEP] };

export function tune(panel, area) {
  const fields = Object.fromEntries(EDGES.map((edge) => [edge, panel.querySelector(`[name="${edge}"]`)]));
  let start = area.box;

  function show(box) {
    for (const edge of EDGES) {
      fields[edge].value = Math.round(box[edge]);
      fields[edge].nextElementSibling.value = `${Math.round(box[edge])} %`;
      fields[edge].setAttribute("aria-valuetext", `${Math.round(box[edge])} %`);
    }
  }

  for (const edge of EDGES) {
    fields[edge].type = "range";
    fields[edge].addEventListener("input", () => area.draw(withEdge(area.box, edge, fields[edge].value)));
    fields[edge].addEventListener("change", () => area.set(area.box, { now: true }));
  }
  panel.addEventListener("click", (event) => {
    const what = event.target.closest("[data-tune]")?.dataset.tune;
    if (what === "larger") area.set(grown(area.box, STEP));
    else if (what === "smaller") area.set(grown(area.box, -STEP));
    else if (what === "reset") area.set(start);
    else if (what) area.set(moved(area.box, ...MOVES[what]));
  });
  area.root.addEventListener("photo:drawn", ({ detail }) => show(detail));
  show(area.box);

  /* What "Reset" goes back to. */
  return { startFrom: (box) => (start = box) };
}
