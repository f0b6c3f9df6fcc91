// Searches the sections of the course. Without it, the link leads to the list of all lessons.
(() => {
  const script = document.currentScript;
  const address = new URL(script.dataset.index, document.baseURI);
  const sign = "[\\u0e00-\\u0e7f\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
  const pattern = new RegExp(`${sign}|(?:(?!${sign})[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const letters = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };
  const fold = (word) =>
    word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ßæœøłđı]/g, (letter) => letters[letter]);
  const wordsOf = (text) => (text.match(pattern) ?? []).map(fold);

  // The sections, and for each word how often, weighted by where it stands, it is in each of them.
  const entries = [];
  const places = new Map();
  let common;
  const add = (word, entry, weight) => {
    if (!places.has(word)) places.set(word, new Map());
    const counts = places.get(word);
    counts.set(entry, (counts.get(entry) ?? 0) + weight);
    entry.length += 1;
  };
  const read = (index) => {
    for (const { url, title, sections } of index.lessons) {
      sections.forEach(([anchor, heading, text], place) => {
        const entry = { url: url + (anchor && `#${encodeURIComponent(anchor)}`), title, heading, text, length: 0 };
        entries.push(entry);
        // A title stands for its lesson as a whole, which is found at the top of its page.
        for (const word of wordsOf(title)) add(word, entry, place ? 0.1 : 10);
        for (const word of wordsOf(heading)) add(word, entry, 5);
        for (const word of wordsOf(text)) add(word, entry, 1);
      });
    }
    for (const line of index.words.split("\n")) {
      const [word, codes = ""] = line.split(" ");
      const folded = fold(word);
      let [number, place] = [0, -1];
      for (const code of codes) {
        const digit = code.charCodeAt() - 36;
        number = number * 28 + digit % 28;
        if (digit < 28) continue;
        place += (number >> 1) + 1;
        add(folded, entries[place], number & 1 ? 3 : 1);
        number = 0;
      }
    }
    common = new Set(wordsOf(index.common));
  };

  // Whole words count most; beginnings and endings stand in for the grammar of any language.
  const likeness = (word, asked) => {
    if (word === asked) return 1;
    if (word.startsWith(asked)) return asked.length > 1 || asked > "~" ? 0.6 : 0.2;
    return word.length > 3 && asked.length - word.length < 3 && asked.startsWith(word) ? 0.5 : 0;
  };
  // BM25, with the best form of each word that was asked for.
  const search = (query) => {
    let asked = [...new Set(wordsOf(query))];
    const telling = asked.filter((word) => !common.has(word) && (word.length > 1 || word > "~"));
    if (telling.length) asked = telling;
    const mean = entries.reduce((sum, entry) => sum + entry.length, 0) / entries.length;
    const found = asked.map((word) => {
      const best = new Map();
      for (const [other, counts] of places) {
        const like = likeness(other, word);
        if (!like) continue;
        for (const [entry, count] of counts) {
          const score = like * count * 2.2 / (count + 0.3 + 0.9 * entry.length / mean);
          if (score > (best.get(entry)?.score ?? 0)) best.set(entry, { score, word: other });
        }
      }
      return best;
    });
    const results = [];
    for (const entry of found[0]?.keys() ?? []) {
      if (!found.every((best) => best.has(entry))) continue;
      const score = found.reduce((sum, best) =>
        sum + best.get(entry).score * Math.log(1 + (entries.length + 0.5) / (best.size + 0.5)), 0);
      results.push({ entry, score, words: found.map((best) => best.get(entry).word), asked });
    }
    return results.sort((left, right) => right.score - left.score);
  };

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const marked = (text, asked) => {
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      if (!asked.some((word) => likeness(fold(match[0]), word))) continue;
      parts.push(text.slice(end, match.index), make("mark", {}, match[0]));
      end = match.index + match[0].length;
    }
    return [...parts, text.slice(end)];
  };
  const excerpt = ({ entry: { text, title, heading }, asked, words }) => {
    const first = [...text.matchAll(pattern)].find((match) => asked.some((word) => likeness(fold(match[0]), word)));
    let start = Math.max((first?.index ?? 0) - 60, 0);
    if (start) start = text.indexOf(" ", start) + 1 || start;
    const end = start + 180 < text.length ? text.lastIndexOf(" ", start + 180) : text.length;
    const piece = text.slice(start, end > start ? end : start + 180);
    const seen = new Set(wordsOf(`${title} ${heading} ${text}`));
    const unseen = words.filter((word) => !seen.has(word));
    return [
      start ? "…" : "", ...marked(piece, asked), end < text.length || unseen.length ? "… " : "",
      ...unseen.flatMap((word) => [make("mark", {}, word), " "]),
    ];
  };

  let dialog, field, list, status, active;
  const choose = (place) => {
    const options = [...list.children];
    active = options.length ? (place + options.length) % options.length : -1;
    options.forEach((option, index) => option.setAttribute("aria-selected", index === active));
    if (active < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    if (!common) return;
    const results = search(field.value);
    const isAsked = field.value.trim() !== "";
    list.replaceChildren(...results.slice(0, 20).map((result, place) => {
      const { url, title, heading } = result.entry;
      const head = heading ? make("cite", {}, ...marked(title, result.asked)) : "";
      return make(
        "a", { role: "option", id: `found-${place}`, tabindex: -1, href: new URL(url, address) },
        make("strong", {}, ...marked(heading || title, result.asked)), " ", head,
        make("span", {}, ...excerpt(result)));
    }));
    field.setAttribute("aria-expanded", results.length > 0);
    const count = results.length === 1 ? "1 section" : `${results.length} sections`;
    status.textContent = !isAsked ? "" : results.length ? count : "Nothing has all of these words.";
    choose(0);
  };
  const load = () => {
    status.textContent = "Loading…";
    const done = (isThere) => {
      if (isThere) read(globalThis.gradusIndex);
      status.textContent = isThere ? "" : "The index of the course could not be loaded.";
      show();
    };
    const index = make("script", { src: address });
    index.onload = () => done(true);
    index.onerror = () => done(false);
    document.head.append(index);
  };
  const build = () => {
    field = make("input", {
      type: "search", role: "combobox", "aria-label": "Search the course", "aria-autocomplete": "list",
      "aria-expanded": false, "aria-controls": "found", autocomplete: "off", spellcheck: false, maxlength: 200,
    });
    const close = make("button", { type: "button" }, "Close");
    list = make("div", { role: "listbox", id: "found", "aria-label": "Sections" });
    status = make("p", { role: "status" });
    dialog = make(
      "dialog", { class: "search", "aria-label": "Search" }, make("div", {}, field, close), status, list);
    document.body.append(dialog);
    field.addEventListener("input", show);
    field.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.isComposing || !(step || event.key === "Enter")) return;
      event.preventDefault();
      if (step) choose(active + step);
      else list.children[active]?.click();
    });
    // A click beside what is in it is one on the dialog itself.
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target === close || event.target.closest("a")) dialog.close();
    });
    load();
  };
  const open = () => {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
  };

  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isWanted = event.ctrlKey || event.metaKey ? event.key.toLowerCase() === "k" : event.key === "/" && !isTyping;
    if (!isWanted || event.altKey || event.isComposing) return;
    event.preventDefault();
    open();
  });
  gradus.each(".search-link", (link) => link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  }));
  if (document.body.classList.contains("search-page")) open();
})();
