/* The searched part: its four edges in per cent of the photo, never under SMALLEST wide or high, never outside. */
export const EDGES = ["left", "top", "right", "bottom"];
export const WHOLE = { left: 0, top: 0, right: 100, bottom: 100 };
const SMALLEST = 10;
const SAME = 0.8; // overlap from which two boxes mean the same good, as on the server

export const within = (value, low, high) => Math.min(Math.max(value, low), high);
export const isWhole = (box) => EDGES.every((edge) => box[edge] === WHOLE[edge]);
export const same = (one, other) => EDGES.every((edge) => one[edge] === other[edge]);
export const text = (box) => EDGES.map((edge) => box[edge]).join(",");

export function parse(value) {
  const numbers = value.split(",").map(Number);
  return numbers.length === 4 && numbers.every(Number.isFinite) ? fromNumbers(numbers) : { ...WHOLE };
}

const fromNumbers = ([left, top, right, bottom]) => ({ left, top, right, bottom });

/* On whole per cents. */
export function settled(box) {
  const [left, right] = apart(box.left, box.right);
  const [top, bottom] = apart(box.top, box.bottom);
  return { left, top, right, bottom };
}

function apart(low, high) {
  const start = within(Math.round(low), 0, 100 - SMALLEST);
  return [start, within(Math.round(high), start + SMALLEST, 100)];
}

export function drawn(from, to) {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    right: Math.max(from.x, to.x),
    bottom: Math.max(from.y, to.y),
  };
}

export function moved(box, dx, dy) {
  const x = within(dx, -box.left, 100 - box.right);
  const y = within(dy, -box.top, 100 - box.bottom);
  return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
}

/* `x` and `y` name the edges that follow the pointer; either may be empty. */
export function pulled(box, x, y, to) {
  const next = { ...box };
  if (x === "left") next.left = within(to.x, 0, box.right - SMALLEST);
  if (x === "right") next.right = within(to.x, box.left + SMALLEST, 100);
  if (y === "top") next.top = within(to.y, 0, box.bottom - SMALLEST);
  if (y === "bottom") next.bottom = within(to.y, box.top + SMALLEST, 100);
  return next;
}

/* Every edge `by` per cent further out, or in where it is negative. */
export function grown(box, by) {
  return settled({
    left: Math.max(0, box.left - by),
    top: Math.max(0, box.top - by),
    right: Math.min(100, box.right + by),
    bottom: Math.min(100, box.bottom + by),
  });
}

/* One edge typed or slid; its opposite gives way. */
export function withEdge(box, edge, value) {
  const next = { ...box, [edge]: within(Math.round(value) || 0, 0, 100) };
  if (edge === "left") next.left = Math.min(next.left, 100 - SMALLEST);
  if (edge === "top") next.top = Math.min(next.top, 100 - SMALLEST);
  if (edge === "right") next.right = Math.max(next.right, SMALLEST);
  if (edge === "bottom") next.bottom = Math.max(next.bottom, SMALLEST);
  if (next.right - next.left < SMALLEST) {
    if (edge === "left") next.right = next.left + SMALLEST;
    else next.left = next.right - SMALLEST;
  }
  if (next.bottom - next.top < SMALLEST) {
    if (edge === "top") next.bottom = next.top + SMALLEST;
    else next.top = next.bottom - SMALLEST;
  }
  return next;
}

export function means(one, other) {
  const across = Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left));
  const down = Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));
  const shared = across * down;
  return shared / (size(one) + size(other) - shared) >= SAME;
}

const size = (box) => (box.right - box.left) * (box.bottom - box.top);

/* Where the box lies, as a key of the page's words. */
export function place(box) {
  const row = third((box.top + box.bottom) / 2, ["upper", "", "lower"]);
  const column = third((box.left + box.right) / 2, ["Left", "", "Right"]);
  if (!row) return column.toLowerCase() || "middle";
  return row + column;
}

const third = (middle, [first, second, last]) => (middle < 40 ? first : middle > 60 ? last : second);
