/* The searched part stays in view: a strip takes the photo's place once it is scrolled past. */
const SVG = "http://www.w3.org/2000/svg";

export function strip(area) {
  const bar = document.getElementById("photo-strip");
  const crop = bar.querySelector(".photo-strip__crop");
  const image = crop.appendChild(document.createElementNS(SVG, "image"));
  const watch = new IntersectionObserver(([entry]) => {
    bar.hidden = entry.isIntersecting || entry.boundingClientRect.top > 0;
  });
  watch.observe(area.root);

  function draw() {
    const [, , width, height] = area.photo.getAttribute("viewBox").split(" ").map(Number);
    const { left, top, right, bottom } = area.box;
    image.setAttribute("href", area.photo.querySelector("image").getAttribute("href") ?? "");
    image.setAttribute("width", width);
    image.setAttribute("height", height);
    const view = [left * width, top * height, (right - left) * width, (bottom - top) * height];
    crop.setAttribute("viewBox", view.map((value) => value / 100).join(" "));
  }

  area.root.addEventListener("photo:drawn", draw);
  draw();
  return draw;
}
