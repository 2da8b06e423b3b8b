// A list of units that finds while one types: by name, alias, pinyin initials (fgj) or syllables. The <select> inside stays what is sent; without
// scripts it is all there is.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { position: relative; display: inline-block; min-width: 12rem; max-width: 100%; }
  :host([hidden]) { display: none; }
  slot { display: none; }
  input { box-sizing: border-box; width: 100%; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .36rem .6rem; }
  input:focus-visible { outline: 3px solid var(--main); outline-offset: 1px; }
  ul { position: absolute; z-index: 30; left: 0; right: 0; min-width: 14rem; max-height: 17rem; overflow-y: auto; margin: 2px 0 0; padding: .2rem 0; list-style: none;
       background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 6px 20px rgb(0 0 0 / .18); }
  ul[hidden] { display: none; }
  li { padding: .4rem .7rem; cursor: pointer; overflow-wrap: anywhere; }
  li[aria-selected=true] { background: var(--main-soft); }
  li small { color: var(--ink-2); margin-left: .4rem; }
  li.none { color: var(--ink-2); cursor: default; }
  @media (pointer: coarse) { li { padding: .7rem; } }
`);

let count = 0;
const most = 60;

// Smaller is better; none where it does not fit.
function rank(keys, typed, longest) {
  let best = Infinity;
  for (const key of keys) {
    const at = key.indexOf(typed);
    if (at === 0) best = Math.min(best, key.length === typed.length ? 0 : 1);
    else if (at > 0) best = Math.min(best, 2 + at / 100);
    else if (/^[a-z0-9]+$/.test(typed) && typed.length > 1 && key.length <= longest && follows(key, typed)) best = Math.min(best, 4 + key.length / 100);
  }
  return best;
}

// fgj in fzhggj: the initials in order, with some left out. No more of them than characters: whole syllables hold nearly any letters.
function follows(key, typed) {
  let at = 0;
  for (const c of key) if (c === typed[at]) at++;
  return at === typed.length;
}

class UnitPicker extends HTMLElement {
  static formAssociated = true;
  #input; #list; #found = []; #at = -1; #watch; #wanted = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = [sheet];
    const id = `units-${++count}`;
    root.innerHTML = `<input type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="${id}" autocomplete="off" autocapitalize="off" spellcheck="false"><ul id="${id}" role="listbox" hidden></ul><slot></slot>`;
    this.#input = root.querySelector("input");
    this.#list = root.querySelector("ul");
    this.#input.addEventListener("input", () => this.#show());
    this.#input.addEventListener("focus", () => { this.#input.select(); });
    this.#input.addEventListener("click", () => { if (this.#list.hidden) this.#show(true); });
    this.#input.addEventListener("blur", () => this.#close());
    this.#input.addEventListener("keydown", event => this.#key(event));
    this.#list.addEventListener("pointerdown", event => event.preventDefault());
    this.#list.addEventListener("click", event => {
      const item = event.target.closest("li[data-at]");
      if (item) this.#choose(Number(item.dataset.at));
    });
    this.#watch = new MutationObserver(() => this.#refresh());
  }

  get #select() { return this.querySelector("select"); }

  connectedCallback() {
    this.#watch.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: ["selected", "value", "disabled"] });
    this.#refresh();
    if (this.hasAttribute("opens")) requestAnimationFrame(() => this.#input.focus());
    this.closest("form")?.addEventListener("submit", this.#submitting);
  }

  disconnectedCallback() { this.#watch.disconnect(); }

  // A hidden list cannot say that it is needed.
  #submitting = event => {
    if (!this.#wanted || !this.#select || this.#select.value || !this.isConnected) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#input.focus();
    this.#show(true);
  };

  #refresh() {
    const select = this.#select;
    if (!select) return;
    if (select.required) { this.#wanted = true; select.required = false; }
    this.#input.required = this.#wanted;
    this.#input.disabled = select.disabled;
    this.#input.placeholder = this.getAttribute("placeholder") || select.options[0]?.text || "";
    this.#input.setAttribute("aria-label", select.getAttribute("aria-label") || this.closest("label")?.firstChild?.textContent?.trim() || "");
    if (this.shadowRoot.activeElement !== this.#input) this.#input.value = this.#shown();
  }

  #shown() {
    const select = this.#select;
    return select && select.value ? select.selectedOptions[0]?.text ?? "" : "";
  }

  #show(all = false) {
    const select = this.#select;
    if (!select) return;
    const typed = all ? "" : this.#input.value.trim().toLowerCase();
    const options = [...select.options].filter(x => x.value);
    const ranked = typed
      ? options.map((option, index) => ({ option, index, rank: rank((option.dataset.find ?? option.text.toLowerCase()).split("|"), typed, option.text.length) }))
        .filter(x => x.rank < Infinity).sort((a, b) => a.rank - b.rank || a.index - b.index)
      : options.map(option => ({ option }));
    this.#found = ranked.slice(0, most).map(x => ({ value: x.option.value, text: x.option.text, note: x.option.dataset.note ?? "" }));
    if (!typed && select.options[0]?.text) this.#found.unshift({ value: "", text: select.options[0].text, note: "" });
    const name = this.#input.value.trim();
    if (!all && name && this.hasAttribute("add") && !options.some(x => x.text === name) && /[\u4e00-\u9fff]/.test(name))
      this.#found.push({ value: `?${name}`, text: this.getAttribute("add").replace("{0}", name), note: "" });
    this.#at = typed && this.#found.length ? 0 : this.#found.findIndex(x => x.value && x.value === select.value);
    this.#draw();
  }

  #draw() {
    this.#list.replaceChildren(...this.#found.map((found, at) => {
      const item = document.createElement("li");
      item.id = `${this.#list.id}-${at}`;
      item.dataset.at = at;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", at === this.#at);
      item.textContent = found.text;
      if (found.note) item.append(Object.assign(document.createElement("small"), { textContent: found.note }));
      return item;
    }));
    if (!this.#found.length) {
      const none = Object.assign(document.createElement("li"), { className: "none", textContent: this.getAttribute("none") ?? "" });
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      none.setAttribute("aria-selected", "false");
      this.#list.append(none);
    }
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#mark();
  }

  #mark() {
    [...this.#list.children].forEach((item, at) => item.dataset.at && item.setAttribute("aria-selected", at === this.#at));
    const item = this.#list.children[this.#at];
    if (item) {
      this.#input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else this.#input.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    const open = !this.#list.hidden;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return this.#show(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.#at = (this.#at + step + this.#found.length) % Math.max(1, this.#found.length);
      this.#mark();
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      if (this.#at >= 0) this.#choose(this.#at);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      this.#input.value = this.#shown();
      this.#hide();
    }
  }

  #choose(at) {
    const found = this.#found[at];
    const select = this.#select;
    if (!found || !select) return;
    let added = null;
    if (found.value.startsWith("?")) {
      added = new Option(found.value, found.value);
      select.add(added);
    }
    select.value = found.value;
    this.#hide();
    select.dispatchEvent(new Event("change", { bubbles: true }));
    added?.remove();
    if (this.hasAttribute("resets")) select.value = "";
    this.#input.value = this.#shown();
  }

  #hide() {
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }

  // Left without a choice: an emptied field chooses nothing, half a name changes nothing.
  #close() {
    this.#hide();
    const select = this.#select;
    if (select?.value && !this.#input.value.trim() && select.options[0]?.value === "") {
      select.value = "";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    this.#input.value = this.#shown();
  }
}

if (!customElements.get("unit-picker")) customElements.define("unit-picker", UnitPicker);
