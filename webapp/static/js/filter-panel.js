/* Folds the choices beside the results on narrow screens; without this they are simply open above the results. */
const narrow = window.matchMedia("(max-width: 59.99rem)");

for (const panel of document.querySelectorAll("[data-enhance~='filter-panel']")) {
  const body = panel.querySelector(".filters-body");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button filters-toggle";
  button.textContent = panel.querySelector("h2").textContent;
  button.setAttribute("aria-controls", body.id);
  body.before(button);

  const show = (isOpen) => {
    body.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  const fit = () => {
    button.hidden = !narrow.matches;
    panel.classList.toggle("is-folding", narrow.matches);
    show(!narrow.matches);
  };
  button.addEventListener("click", () => show(body.hidden));
  narrow.addEventListener("change", fit);
  fit();
}
