/* Every heart of a product shows what the last press of one of them has done. */
document.addEventListener("wish-changed", ({ detail }) => {
  for (const form of document.querySelectorAll(`[data-wish="${detail.product}"]`)) {
    form.elements.wanted.value = detail.wished ? "" : "1";
    form.querySelector("button").setAttribute("aria-pressed", String(detail.wished));
  }
});
