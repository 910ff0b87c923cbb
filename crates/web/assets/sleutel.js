// Everything here is extra: each page works without it.

// An error summary is where the reader wants to be after sending a form.
document.querySelector("[data-focus]")?.focus();

// A filter that is changed is applied; its button stays for who types.
for (const form of document.querySelectorAll("form[data-auto-submit]")) {
  form.addEventListener("change", (event) => {
    if (event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
  });
}

// Leaving a form with changes asks first; the browser has its own words for it.
for (const form of document.querySelectorAll("form[data-guard]")) {
  let changed = form.dataset.guard === "changed" || form.querySelector("[aria-invalid=true]") !== null;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
}

// A button that copies the text of another element, and says so.
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const from = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(from.textContent.trim());
    button.textContent = button.dataset.copied;
  });
}

// Choosing homes: filters hide rows and never touch what is ticked.
for (const form of document.querySelectorAll("form[data-choose]")) {
  const boxes = () => [...form.querySelectorAll("tbody input[type=checkbox]")];
  const rows = [...form.querySelectorAll("tbody tr")];
  const kept = form.querySelectorAll("input[type=hidden][name=vacancies]").length;
  const count = () => { form.querySelector("[data-chosen]").textContent = kept + boxes().filter((box) => box.checked).length; };
  const filter = () => {
    for (const row of rows) {
      row.hidden = ["association", "district"].some((name) => {
        const wanted = form.elements[name].value;
        return wanted && wanted !== row.dataset[name];
      });
    }
  };
  if (!rows.length) continue;
  form.addEventListener("change", (event) => {
    if (event.target.matches("select")) filter();
    count();
  });
  form.addEventListener("click", (event) => {
    const what = event.target.closest("button[name=then]")?.value;
    if (what !== "all" && what !== "none" && (what !== "filter" || kept)) return;
    event.preventDefault();
    filter();
    if (what !== "filter") for (const box of boxes()) if (!box.closest("tr").hidden) box.checked = what === "all";
    count();
  });
}

// Ticking all lines, or none, for a decision about several.
for (const button of document.querySelectorAll("[data-all], [data-none]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const name = button.dataset.all ?? button.dataset.none;
    for (const box of document.querySelectorAll(`input[type=checkbox][name=${name}]`)) box.checked = "all" in button.dataset;
  });
}

// What if a number were another: a slider beside each floor and ceiling, and how many were changed.
for (const form of document.querySelectorAll("form[data-what-if]")) {
  const slides = [...form.querySelectorAll("[data-slide]")];
  const show = () => {
    for (const slide of slides) {
      const field = document.getElementById(slide.dataset.slide);
      slide.value = field.value === "" ? slide.dataset.empty : field.value;
    }
    const rows = [...form.querySelectorAll("tbody tr")];
    const fields = (row) => [...row.querySelectorAll("input[type=number]")];
    for (const row of rows) row.toggleAttribute("data-other", fields(row).some((it) => it.value !== it.defaultValue));
    const names = rows.filter((row) => row.hasAttribute("data-other")).map((row) => row.querySelector("th").firstChild.textContent.trim());
    const told = form.querySelector("[data-changed]");
    told.textContent = names.length ? `${told.dataset.changed} ${names.join(", ")}` : "";
  };
  for (const slide of slides) {
    slide.hidden = false;
    slide.addEventListener("input", () => {
      document.getElementById(slide.dataset.slide).value = slide.value;
      show();
    });
  }
  form.addEventListener("input", (event) => { if (event.target.type === "number") show(); });
  form.addEventListener("reset", () => setTimeout(show));
  show();
}

// A form saves itself while somebody fills it in, and shows what comes next without asking.
for (const form of document.querySelectorAll("form[data-autosave]")) autosaved(form);

function autosaved(form) {
  for (const part of form.querySelectorAll("[data-without-script]")) part.hidden = true;
  for (const part of form.querySelectorAll("[data-with-script]")) part.hidden = false;
  const saved = form.querySelector("[data-saved]");
  let timer = null;
  let busy = false;
  let again = false;
  let stopped = false;
  let sending = null;

  const show = (answer) => {
    form.elements.counter.value = answer.counter;
    saved.textContent = answer.said;
    form.querySelector("[data-complete]").textContent = answer.complete;
    const asked = new Set(answer.asked);
    const required = new Set(answer.required);
    for (const question of form.querySelectorAll("[data-spot]")) {
      const spot = question.dataset.spot;
      if ("when" in question.dataset) question.hidden = !asked.has(spot);
      const mark = question.querySelector(":scope > .field > legend [data-required], :scope > .field > label [data-required]");
      if (asked.has(spot)) mark.hidden = !required.has(spot);
    }
    for (const section of form.querySelectorAll("[data-section]")) {
      section.hidden = !section.querySelector(":scope > .question:not([hidden])");
    }
  };
  const save = async () => {
    clearTimeout(timer);
    if (busy) { again = true; return; }
    if (stopped) return;
    busy = true;
    saved.textContent = form.dataset.saving;
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
      const told = await answer.json();
      if (answer.ok) show(told);
      else { stopped = true; saved.textContent = `${told.said} ${form.dataset.failed}`; }
    } catch {
      saved.textContent = form.dataset.failed;
    }
    busy = false;
    if (sending) form.requestSubmit(sending.by);
    else if (again) { again = false; save(); }
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 3000); });
  // A choice may bring the next question, so it is not kept waiting.
  form.addEventListener("change", (event) => {
    if (event.target.matches("input[type=radio], input[type=checkbox]")) save();
  });
  // What is being saved has to be saved before the form is sent, or it would come second.
  form.addEventListener("submit", (event) => {
    stopped = true;
    clearTimeout(timer);
    if (busy) { event.preventDefault(); sending = { by: event.submitter }; }
  });
  window.addEventListener("beforeunload", (event) => {
    if (timer && saved.textContent === form.dataset.failed) event.preventDefault();
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const map of document.querySelectorAll("[data-map]")) zoomable(map);

// Zooming changes the part of the drawing that is shown, never the drawing itself.
function zoomable(map) {
  const svg = map.querySelector(".map-frame > svg");
  const whole = svg.viewBox.baseVal;
  const all = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  let view = { ...all };
  for (const part of map.querySelectorAll("[data-map-tools], [data-map-help]")) part.hidden = false;

  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
  const show = () => {
    view.x = clamp(view.x, all.x, all.x + all.width - view.width);
    view.y = clamp(view.y, all.y, all.y + all.height - view.height);
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  };
  const zoom = (factor, cx = 0.5, cy = 0.5) => {
    const width = clamp(view.width / factor, all.width / 12, all.width);
    const height = width * all.height / all.width;
    view = { x: view.x + (view.width - width) * cx, y: view.y + (view.height - height) * cy, width, height };
    show();
  };
  const move = (dx, dy) => {
    view.x += dx * view.width;
    view.y += dy * view.height;
    show();
  };
  const whole_again = () => { view = { ...all }; show(); };

  map.querySelector("[data-zoom=in]").addEventListener("click", () => zoom(1.6));
  map.querySelector("[data-zoom=out]").addEventListener("click", () => zoom(1 / 1.6));
  map.querySelector("[data-zoom=all]").addEventListener("click", whole_again);

  const keys = {
    "+": () => zoom(1.6), "=": () => zoom(1.6), "-": () => zoom(1 / 1.6), "0": whole_again,
    ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0),
    ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
  };
  map.querySelector(".map-frame").addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  // The wheel scrolls the page as always; with Ctrl or Command it zooms where it points.
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    const at = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    zoom(event.deltaY < 0 ? 1.25 : 0.8, ...at);
  }, { passive: false });

  // Dragging moves; a drag is not a click on the area under it.
  let from = null;
  let dragged = false;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY };
    dragged = false;
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!dragged && Math.hypot(dx, dy) < 5) return;
    dragged = true;
    svg.classList.add("dragging");
    const box = svg.getBoundingClientRect();
    from = { x: event.clientX, y: event.clientY };
    move(-dx / box.width, -dy / box.height);
  });
  window.addEventListener("pointerup", () => { from = null; svg.classList.remove("dragging"); });
  svg.addEventListener("click", (event) => { if (dragged) event.preventDefault(); dragged = false; }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
}

// Sending files shows how far it is; the answer comes as without this.
for (const form of document.querySelectorAll("form[data-sending]")) {
  form.addEventListener("submit", (event) => {
    if (!window.XMLHttpRequest || !form.elements.files.files.length) return;
    event.preventDefault();
    const bar = document.createElement("progress");
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    bar.max = 100;
    bar.setAttribute("aria-hidden", "true");
    form.append(bar, said);
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (now) => {
      if (!now.lengthComputable) return;
      bar.value = Math.floor(100 * now.loaded / now.total);
      // A reader of the screen hears every quarter, not every step.
      const words = form.dataset.sending.replace("#", Math.floor(bar.value / 25) * 25);
      if (said.textContent !== words) said.textContent = words;
    });
    // The answer is a page: a list after a move, or this form with what is wrong.
    request.addEventListener("load", () => {
      history.replaceState(null, "", request.responseURL);
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener("error", () => {
      bar.remove();
      said.remove();
      for (const button of form.querySelectorAll("button")) button.disabled = false;
      form.submit();
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
}
