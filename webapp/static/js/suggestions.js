/* Offers titles, symbols, organizations, people and topics while a person types: the ARIA combobox with a list.
   Choosing fills the field and never submits by itself. */
const LEAST = 2;
const PAUSE = 150;

class Suggestions {
  constructor(input, number) {
    this.input = input;
    this.list = document.createElement("ul");
    this.list.id = `suggestions-${number}`;
    this.list.className = "suggestions";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Suggestions");
    this.list.hidden = true;
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    input.form.append(this.list, this.status);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  /* What is on its way must not change the list under a person who has begun to choose. */
  stop() {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  async ask() {
    const text = this.input.value.trim();
    this.stop();
    if (text.length < LEAST) return this.close();
    this.request = new AbortController();
    try {
      const address = `${this.input.dataset.suggest}?q=${encodeURIComponent(text)}`;
      const response = await fetch(address, { signal: this.request.signal });
      if (response.ok) this.show((await response.json()).suggestions);
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  show(suggestions) {
    this.list.replaceChildren(...suggestions.map((one, index) => this.option(one, index)));
    this.active = -1;
    const isOpen = suggestions.length > 0 && document.activeElement === this.input;
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = isOpen ? `${suggestions.length} suggestions` : "";
  }

  option({ text, kind, query }, index) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${index}`;
    option.className = "suggestion";
    option.setAttribute("role", "option");
    option.dataset.query = query;
    const label = document.createElement("span");
    label.dir = "auto";
    label.textContent = text;
    const sort = document.createElement("span");
    sort.className = "small soft";
    sort.textContent = kind;
    option.append(label, sort);
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.choose(option);
    });
    return option;
  }

  key(event) {
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !this.list.hidden) {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.list.children[this.active]);
    }
  }

  move(step) {
    this.stop();
    const count = this.list.children.length;
    this.active = (this.active + step + count + 1) % (count + 1);
    if (this.active === count) this.active = -1;
    [...this.list.children].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.active));
    });
    const chosen = this.list.children[this.active];
    if (chosen) {
      this.input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  choose(option) {
    this.input.value = option.dataset.query;
    this.close();
    this.input.focus();
  }

  close() {
    this.stop();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

document.querySelectorAll("[data-enhance~='suggestions']").forEach((input, number) => new Suggestions(input, number));
