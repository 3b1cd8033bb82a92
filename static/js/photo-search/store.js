/* Photos that this browser keeps under their search's link, so that reload and Back find them. Where the store is
   refused or full, they last as long as the page. */
const NAME = "vitrine-photos";
const ROWS = "photos";
const FORGOTTEN = "vitrine-forgotten-search";
const LAST_HOURS = 24;
const memory = new Map();

function database() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(ROWS, { keyPath: "link" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

async function rows(mode, act) {
  const open = await database();
  try {
    return await new Promise((resolve, reject) => {
      const deal = open.transaction(ROWS, mode);
      const request = act(deal.objectStore(ROWS));
      deal.oncomplete = () => resolve(request?.result);
      deal.onerror = deal.onabort = () => reject(deal.error);
    });
  } finally {
    open.close();
  }
}

/* What is under a link: { link, blob, proof, regions, kept }. */
export async function find(link) {
  try {
    const row = await rows("readonly", (store) => store.get(link));
    return row && !isOver(row) ? row : memory.get(link);
  } catch {
    return memory.get(link);
  }
}

export async function keep(row) {
  memory.set(row.link, row);
  try {
    await rows("readwrite", (store) => store.put({ ...row, kept: Date.now() }));
  } catch {
    // Refused or full: the page works with what it has in memory.
  }
}

export async function forget(link) {
  memory.delete(link);
  try {
    await rows("readwrite", (store) => store.delete(link));
  } catch {
    // Nothing was kept there.
  }
}

/* As the server forgets what it knows of them. */
export async function forgetOld() {
  try {
    const all = await rows("readonly", (store) => store.getAll());
    for (const row of all.filter(isOver)) await forget(row.link);
  } catch {
    // As above.
  }
}

/* What this tab has forgotten last: Back would show what the browser has kept of its page. */
export function noteForgotten(link) {
  try {
    sessionStorage.setItem(FORGOTTEN, link);
  } catch {
    // Refused: the page that Back shows ends with the next step on it.
  }
}

/* Whether `link` is that one; true once. */
export function wasForgotten(link) {
  try {
    if (!link || sessionStorage.getItem(FORGOTTEN) !== link) return false;
    sessionStorage.removeItem(FORGOTTEN);
    return true;
  } catch {
    return false;
  }
}

const isOver = ({ kept }) => Date.now() - kept > LAST_HOURS * 3600 * 1000;
