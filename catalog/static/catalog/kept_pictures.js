// The pictures of a new product whose form was refused: browsers send files once and show none back, so this one
// keeps them while the form is away, and puts each into its row again when it comes back.

const drop = document.querySelector("[data-desk-pictures]:not([data-saved])");
if (drop) {
  const form = drop.closest("form");
  if ("refused" in drop.dataset) giveBack(form);
  form.addEventListener("submit", (event) => {
    const files = inputs(form).filter((input) => input.files.length);
    if (form.isKept || !files.length) return;
    event.preventDefault();
    keep(files).finally(() => {
      form.isKept = true;
      form.requestSubmit(event.submitter);
    });
  });
}

function inputs(form) {
  return [...form.querySelectorAll("tr.form-row:not(.empty-form) input[type=file]")];
}

async function keep(files) {
  await inStore("readwrite", (store) => {
    store.clear();
    for (const input of files) store.put(input.files[0], input.name);
  });
}

async function giveBack(form) {
  const kept = new Map();
  await inStore("readonly", (store) => {
    store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      kept.set(cursor.key, cursor.value);
      cursor.continue();
    };
  });
  for (const input of inputs(form).filter((input) => kept.has(input.name))) {
    const files = new DataTransfer();
    files.items.add(kept.get(input.name));
    input.files = files.files;
  }
  const isLost = [...drop.parentElement.querySelectorAll("[data-lost]")].some(({ dataset }) => !kept.has(dataset.lost));
  if (!isLost) drop.parentElement.querySelector(".desk-lost")?.remove();
}

function inStore(mode, use) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("desk", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("pictures");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("pictures", mode);
      transaction.oncomplete = () => resolve(opening.result.close());
      transaction.onabort = reject;
      use(transaction.objectStore("pictures"));
    };
  });
}
