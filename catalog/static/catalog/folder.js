// A folder with pictures becomes the ZIP that the form takes: packed here, so that one file is sent, whatever is in it.
// Pictures are stored as they are; what is inside is checked by the server as in any other ZIP.

const MOST_FILES = 65_000;
const MOST_BYTES = 4_000_000_000; // a ZIP of the plain kind holds no more

for (const part of document.querySelectorAll("[data-folder]")) {
  const input = part.querySelector("input");
  const status = part.querySelector("[role=status]");
  part.hidden = false;
  input.addEventListener("change", async () => {
    const pictures = [...input.files].filter((file) => file.type.startsWith("image/"));
    const target = document.getElementById(part.dataset.folder);
    target.value = "";
    const bytes = pictures.reduce((sum, file) => sum + file.size, 0);
    if (pictures.length > MOST_FILES || bytes > MOST_BYTES) {
      status.textContent = part.dataset.tooMuch;
      return;
    }
    const submit = input.form.querySelector("[type=submit]");
    submit.disabled = true;
    try {
      const chosen = new DataTransfer();
      if (pictures.length) chosen.items.add(await zip(pictures, (done) => (status.textContent = told(part, done, pictures))));
      target.files = chosen.files;
      status.textContent = told(part, pictures.length, pictures);
    } catch {
      status.textContent = part.dataset.unread;
    } finally {
      submit.disabled = false;
    }
  });
}

function told(part, done, pictures) {
  return part.dataset.packed.replace("{done}", done).replace("{all}", pictures.length);
}

async function zip(files, tell) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [index, file] of files.entries()) {
    // As the table names it: from within the folder.
    const name = new TextEncoder().encode(file.webkitRelativePath.split("/").slice(1).join("/") || file.name);
    const sum = crc32(new Uint8Array(await file.arrayBuffer()));
    const facts = [...words(20, 0x0800, 0, 0, 0x21), ...longs(sum, file.size, file.size), ...words(name.length, 0)];
    const head = [...longs(0x04034b50), ...facts];
    parts.push(new Uint8Array(head), name, file);
    directory.push(
      new Uint8Array([...longs(0x02014b50), ...words(20), ...facts, ...words(0, 0, 0), ...longs(0, offset)]),
      name,
    );
    offset += head.length + name.length + file.size;
    if (index % 50 === 0) tell(index);
  }
  const length = directory.reduce((total, piece) => total + piece.length, 0);
  const end = [
    ...longs(0x06054b50),
    ...words(0, 0, files.length, files.length),
    ...longs(length, offset),
    ...words(0),
  ];
  return new File([...parts, ...directory, new Uint8Array(end)], "pictures.zip", { type: "application/zip" });
}

function words(...numbers) {
  return numbers.flatMap((number) => [number & 255, number >>> 8]);
}

function longs(...numbers) {
  return numbers.flatMap((number) => [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24]);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
