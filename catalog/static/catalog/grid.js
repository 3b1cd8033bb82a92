// Cells copied from a sheet fill the grid of variants from the cell that they are pasted into.

for (const note of document.querySelectorAll("[data-desk-grid]")) {
  const group = document.getElementById(`${note.dataset.group}-group`);
  const status = note.querySelector("[role=status]");
  note.hidden = false;
  group.addEventListener("paste", (event) => {
    const cells = sheet(event.clipboardData.getData("text/plain"));
    const start = event.target.closest("tr.form-row");
    if (!start || (cells.length === 1 && cells[0].length === 1)) return;
    event.preventDefault();
    const left = fill(group, rows(group).indexOf(start), fields(start).indexOf(event.target), cells);
    status.textContent = left.length ? `${status.dataset.leftOut} ${left.join(", ")}` : "";
  });
}

function sheet(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return lines.map((line) => line.split("\t").map((cell) => cell.trim()));
}

function fill(group, top, left, cells) {
  const leftOut = [];
  for (const [down, values] of cells.entries()) {
    if (top + down === rows(group).length) group.querySelector(".add-row a")?.click();
    const inputs = fields(rows(group)[top + down] ?? group.querySelector("tr.empty-form"));
    for (const [across, value] of values.entries()) {
      const input = inputs[left + across];
      if (input && !input.closest(".empty-form") && !write(input, value)) leftOut.push(value);
    }
  }
  return leftOut;
}

// Sheets write numbers as people do: 19,99 or 1.299,00 €.
function write(input, value) {
  input.value = input.type === "number" ? number(value) : value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return value === "" || input.value !== "";
}

function number(value) {
  const digits = value.replace(/[^\d.,-]/g, "");
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  if (comma > point) return digits.replace(/\./g, "").replace(",", ".");
  return digits.replace(/,/g, "");
}

function rows(group) {
  return [...group.querySelectorAll("tr.form-row:not(.empty-form)")];
}

function fields(row) {
  const all = row.querySelectorAll("td:not(.original):not(.delete) :is(input, select)");
  return [...all].filter((input) => input.type !== "hidden");
}
