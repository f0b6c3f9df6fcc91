// Shows what a reference leads to beside it, while it has the pointer or the focus.
(() => {
  const selector = "a.reference, .footnote-reference a, .citation a";
  let card, owner, timer, description;

  // The copy has no identifiers of its own, but those that a drawing needs get names of theirs.
  const copied = (target) => {
    const copy = target.cloneNode(true);
    const all = () => [copy, ...copy.querySelectorAll("*")];
    for (const part of copy.querySelectorAll("form, .frames, details, .back, .anchor, .origin, .how")) part.remove();
    for (const svg of copy.querySelectorAll("svg[id]")) {
      svg.outerHTML = svg.outerHTML.replaceAll(svg.id, `${svg.id}-preview`);
    }
    for (const part of all()) {
      if (!part.closest("svg")) part.removeAttribute("id");
      for (const name of ["href", "tabindex", "aria-labelledby", "aria-describedby"]) {
        if (!part.closest("svg")) part.removeAttribute(name);
      }
    }
    return copy;
  };
  // A heading brings the text below it.
  const contents = (target) => {
    if (!/^H[1-6]$/.test(target.tagName)) return [copied(target)];
    const text = target.nextElementSibling;
    return [copied(target), ...(text && !/^H[1-6]$/.test(text.tagName) ? [copied(text)] : [])];
  };
  const found = (link) => {
    const text = link.dataset.preview;
    if (text) {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      return [paragraph];
    }
    if (!link.getAttribute("href")?.startsWith("#")) return [];
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? contents(target) : [];
  };

  const hide = () => {
    clearTimeout(timer);
    if (!owner) return;
    card.remove();
    if (description) owner.setAttribute("aria-describedby", description);
    else owner.removeAttribute("aria-describedby");
    owner = undefined;
  };
  const place = () => {
    const [link, size] = [owner.getClientRects()[0], card.getBoundingClientRect()];
    const left = Math.min(Math.max(link.left, 12), document.documentElement.clientWidth - size.width - 12);
    const isBelow = link.bottom + size.height + 12 < innerHeight || link.top < size.height + 12;
    const top = isBelow ? link.bottom + 6 : link.top - size.height - 6;
    card.style.left = `${Math.max(left, 12) + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };
  const show = (link) => {
    if (owner === link) return clearTimeout(timer);
    hide();
    const parts = found(link);
    if (!parts.length) return;
    card = document.createElement("div");
    card.className = "preview-card lesson";
    card.id = "preview";
    card.setAttribute("role", "tooltip");
    card.append(...parts);
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => later(hide, 200));
    owner = link;
    description = link.getAttribute("aria-describedby");
    document.body.append(card);
    link.setAttribute("aria-describedby", description ? `${description} preview` : "preview");
    place();
  };
  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  for (const link of document.querySelectorAll(selector)) {
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") later(() => show(link), 180);
    });
    link.addEventListener("pointerleave", () => later(hide, 200));
    link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
    link.addEventListener("blur", hide);
    link.addEventListener("click", hide);
  }
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
