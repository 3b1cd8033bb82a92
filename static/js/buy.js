/* Choosing and adding: a wanting size is said beside the sizes, and a bar stands in for a button off screen. */
function onInvalid(event) {
  const choices = event.target.closest(".choices");
  if (!choices) return;
  event.preventDefault();
  if (choices.querySelector("input:invalid") !== event.target) return;
  const wanting = choices.querySelector("[data-wanting]");
  wanting.textContent = wanting.dataset.wanting;
  event.target.focus();
}

const bars = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const bar = target.closest(".buy")?.querySelector(".buy-bar");
    if (bar) bar.hidden = isIntersecting;
  }
});

document.addEventListener("invalid", onInvalid, true);
document.addEventListener("htmx:load", () => {
  bars.disconnect();
  const button = document.querySelector(".product .buy__add");
  if (button) bars.observe(button);
});
