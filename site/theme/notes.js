// Shows beside a link what it leads to on the page: where a number comes from, a figure, an equation, a source.
(() => {
  // Without popovers every link leads there as it does without scripts.
  if (!HTMLElement.prototype.showPopover) return;
  const selector = "a.claim, a.reference, .citation a, .footnote-reference a";
  const superfluous = "form, details, .frames, .back, .anchor, .how, .downloads";
  let card, owner, timer;

  // A copy has no identifiers of its own, but those that a drawing needs get names of theirs.
  // What only describes a link can be entered by nobody, and leads nowhere.
  const copied = (target, isTip) => {
    const copy = target.cloneNode(true);
    copy.querySelectorAll(superfluous).forEach((part) => part.remove());
    for (const svg of copy.querySelectorAll("svg[id]")) {
      svg.outerHTML = svg.outerHTML.replaceAll(svg.id, `${svg.id}-note`);
    }
    for (const part of [copy, ...copy.querySelectorAll("*")]) {
      if (part.closest("svg")) continue;
      for (const name of isTip ? ["id", "href", "tabindex", "aria-describedby", "aria-labelledby"] : ["id"]) {
        part.removeAttribute(name);
      }
    }
    if (copy.tagName !== "LI") return copy;
    const box = document.createElement("div");
    box.className = copy.className;
    box.append(...copy.childNodes);
    return box;
  };
  const target = (link) =>
    link.getAttribute("href")?.startsWith("#") && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const isNumber = (link) => link.matches(".claim");
  const isHeading = (element) => /^H[1-6]$/.test(element?.tagName);

  // A heading brings the text below it, a number what gave it.
  const contents = (link) => {
    if (link.dataset.preview) {
      const text = document.createElement("p");
      text.textContent = link.dataset.preview;
      return [text];
    }
    const found = target(link);
    if (!found) return [];
    const next = found.nextElementSibling;
    const sources = [...found.querySelectorAll(".origin-inputs a")].map(target).filter(Boolean);
    const more = isHeading(found) && next && !isHeading(next) ? [next] : new Set(sources);
    return [found, ...more].map((part) => copied(part, !isNumber(link)));
  };

  const close = (returnsFocus) => {
    clearTimeout(timer);
    if (!owner) return;
    const link = owner;
    owner = undefined;
    card.remove();
    card = undefined;
    if (!isNumber(link)) link.removeAttribute("aria-describedby");
    if (returnsFocus) link.focus();
  };

  // A number's note stands in the margin where there is one.
  const place = () => {
    const [link, size] = [owner.getClientRects()[0], card.getBoundingClientRect()];
    const width = document.documentElement.clientWidth;
    const text = owner.closest("main")?.getBoundingClientRect();
    let [left, top] = [Math.max(Math.min(link.left, width - size.width - 12), 12), link.bottom + 6];
    if (isNumber(owner) && text && width - text.right > size.width + 36) {
      [left, top] = [text.right + 24, Math.max(Math.min(link.top - 8, innerHeight - size.height - 12), 12)];
    } else if (top + size.height > innerHeight && link.top > size.height + 12) {
      top = link.top - size.height - 6;
    }
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };

  const open = (link) => {
    clearTimeout(timer);
    if (owner === link) return true;
    close();
    const parts = contents(link);
    if (!parts.length) return false;
    card = document.createElement("div");
    card.id = "note";
    card.className = isNumber(link) ? "margin-note origins" : "margin-note lesson";
    card.popover = "manual";
    if (isNumber(link)) {
      card.tabIndex = -1;
      card.setAttribute("role", "dialog");
      card.setAttribute("aria-label", `Where ${link.textContent.trim().slice(0, 80)} comes from`);
    } else {
      card.setAttribute("role", "tooltip");
      link.setAttribute("aria-describedby", "note");
    }
    card.append(...parts);
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", leave);
    card.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next && next !== owner && !event.currentTarget.contains(next)) close();
    });
    owner = link;
    link.after(card);
    card.showPopover();
    place();
    return true;
  };
  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  const leave = () => {
    if (!card?.contains(document.activeElement)) later(close, 250);
  };

  gradus.each(selector, (link) => {
    if (isNumber(link)) link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") later(() => open(link), 150);
    });
    link.addEventListener("pointerleave", leave);
    // A number's note has links of its own, which would stand in the way of those who go from number to number.
    link.addEventListener("focus", () => !isNumber(link) && link.matches(":focus-visible") && open(link));
    link.addEventListener("blur", (event) => card?.contains(event.relatedTarget) || close());
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!isNumber(link)) return close();
      if (!open(link)) return;
      event.preventDefault();
      card.focus();
    });
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && owner) close(card.contains(document.activeElement));
  });
  addEventListener("pointerdown", (event) => {
    if (owner && !card.contains(event.target) && !owner.contains(event.target)) close();
  });
})();
