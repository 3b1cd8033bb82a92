/* The shopper's photo as the browser has it: upright, at most LONGEST pixels long, and parts cut out of it. */
const LONGEST = 1024;
const MOST_BYTES = 400 * 1024;
const PART_LONGEST = 512;
const MOST_PART_BYTES = 100 * 1024;
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

/* A photo that this browser can show, or null: then the server opens it. */
export async function preview(file) {
  const url = URL.createObjectURL(file);
  const image = new Image();
  try {
    await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject, src: url }));
    return { url, width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    URL.revokeObjectURL(url);
    return null;
  }
}

/* What is kept, sent first and cut parts from; `canvas` has the pixels. */
export async function shrink(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = drawn(bitmap, 0, 0, bitmap.width, bitmap.height, scale);
  bitmap.close();
  const blob = await jpeg(canvas, MOST_BYTES);
  return { blob, canvas, url: URL.createObjectURL(blob), width: canvas.width, height: canvas.height };
}

/* The part under a box, small enough for a slow line. */
export function part({ canvas }, box) {
  const x = Math.floor((box.left / 100) * canvas.width);
  const y = Math.floor((box.top / 100) * canvas.height);
  const width = Math.max(1, Math.ceil((box.right / 100) * canvas.width) - x);
  const height = Math.max(1, Math.ceil((box.bottom / 100) * canvas.height) - y);
  const scale = Math.min(1, PART_LONGEST / Math.max(width, height));
  return jpeg(drawn(canvas, x, y, width, height, scale), MOST_PART_BYTES);
}

export function fromBase64(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: "image/jpeg" });
}

function drawn(source, x, y, width, height, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#fff"; // under pictures with transparent parts
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function jpeg(canvas, mostBytes) {
  let blob;
  for (const quality of QUALITIES) {
    blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (blob.size <= mostBytes) break;
  }
  return blob;
}
