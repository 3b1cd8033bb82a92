/* Requests of which only the last one counts: an earlier one is given up, and its answer never shown. */
import { hide, show, words } from "./words.js";

const SLOW_MS = 5_000;
const LONGEST_MS = 30_000;
const LOOKING_AFTER_MS = 400;

export class NoAnswer extends Error {}

let turn = 0;
let current = null;

export function giveUp() {
  turn += 1;
  current?.abort();
  current = null;
  hide();
}

/* The parts of the answer by their ids, and its status; null where a later request took its place.
   Raises NoAnswer with the words for it. */
export async function ask(url, { body, sending = false } = {}) {
  giveUp();
  const mine = turn;
  const controller = (current = new AbortController());
  const timers = sayWhatGoesOn(sending);
  const over = setTimeout(() => controller.abort("slow"), LONGEST_MS);
  try {
    const response = await fetch(url, {
      method: body ? "POST" : "GET",
      body,
      headers: { "HX-Request": "true", "HX-Current-URL": location.href },
      signal: controller.signal,
    });
    const html = await response.text();
    if (mine !== turn) return null;
    return { status: response.status, parts: parsed(html) };
  } catch (error) {
    if (mine !== turn) return null;
    throw new NoAnswer(reason(controller, Boolean(body)), { cause: error });
  } finally {
    clearTimeout(over);
    timers.forEach(clearTimeout);
    if (mine === turn) hide();
  }
}

function sayWhatGoesOn(sending) {
  const { sending: sendingWords, looking, still } = words();
  const onCancel = giveUp;
  return [
    setTimeout(() => show(sending ? sendingWords : looking, { onCancel }), sending ? 0 : LOOKING_AFTER_MS),
    setTimeout(() => show(looking, { onCancel }), 1_500),
    setTimeout(() => show(still, { onCancel }), SLOW_MS),
  ];
}

function reason(controller, sent) {
  const said = words();
  if (!navigator.onLine) return said.offline;
  if (controller.signal.aborted) return said.slow;
  return sent ? said.cut : said.failed;
}

function parsed(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return (id) => page.getElementById(id);
}
