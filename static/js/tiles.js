/* Tiles out of view are left out of every frame, once the page stands or new ones have come. By then each has had its
   own height, and keeps it, so nothing moves, and Back has found its place: it needs the true height of all of them.
   An attribute marks them, since htmx gives the class of a tile to the one that comes in its place. */
function rest() {
  if (document.readyState !== "complete") return;
  const mark = () => {
    for (const tile of document.querySelectorAll(".product-grid > li")) tile.dataset.atRest = "";
  };
  requestAnimationFrame(() => setTimeout(mark));
}

addEventListener("load", rest);
document.addEventListener("htmx:load", rest);
