/* Keeps the address of a search short: empty fields and the usual order are not sent. */
for (const form of document.querySelectorAll("[data-enhance~='search-form']")) {
  form.addEventListener("formdata", (event) => {
    const { formData } = event;
    const names = new Set(formData.keys());
    for (const name of names) {
      const values = formData.getAll(name).filter((value) => value !== "");
      formData.delete(name);
      for (const value of values) formData.append(name, value);
    }
  });
}
