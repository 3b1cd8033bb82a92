/* The header leaves when one reads on and is there again when one looks back; its search opens on phones. */
const header = document.querySelector(".site-header");
const STEP = 8;

let last = scrollY;

function onScroll() {
  const moved = scrollY - last;
  if (Math.abs(moved) < STEP) return;
  header.classList.toggle("site-header--away", moved > 0 && scrollY > header.offsetHeight);
  last = scrollY;
}

function onFind(event) {
  const field = header.querySelector(".site-search__field");
  const search = header.querySelector(".site-search");
  event.preventDefault();
  search.classList.toggle("site-search--open");
  if (search.classList.contains("site-search--open")) field.focus();
}

if (header) {
  addEventListener("scroll", onScroll, { passive: true });
  header.querySelector(".site-header__find")?.addEventListener("click", onFind);
}
