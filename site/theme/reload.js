// Shows the course as it is now when the preview says that it has changed: only what differs is replaced.
(async (script) => {
  // A page as it was when nothing was wrong stays until the next change.
  const isOld = location.search === "?last-good";
  let version = isOld ? -1 : Number(script.dataset.version);
  // The page as it was sent: other scripts, which run after this one, change what is shown.
  let sent = document.body.cloneNode(true);
  const boxes = ".page, main, article";

  const scripts = (page) =>
    [...page.querySelectorAll("head > script")].map((script) => script.getAttribute("src")).join();
  const isSameBox = (old, now) =>
    old.matches(boxes) && old.cloneNode().isEqualNode(now.cloneNode());

  // Puts the elements of another page where those that are shown stand, from a place on.
  const replace = (box, start, shown, now) => {
    const next = box.children[start] ?? null;
    now.forEach((element, place) => {
      const fresh = document.importNode(element, true);
      // What was unfolded stays so.
      if (shown.length === now.length && shown[place].open) fresh.open = true;
      box.insertBefore(fresh, next);
      gradus.enliven(fresh);
    });
    for (const element of shown) element.remove();
  };
  // Brings a box that is shown from what was sent of it to what it is now.
  const update = (box, old, now) => {
    const [before, after] = [[...old.children], [...now.children]];
    const count = Math.min(before.length, after.length);
    let [start, end] = [0, 0];
    while (start < count && before[start].isEqualNode(after[start])) start += 1;
    while (start + end < count && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end += 1;
    const [gone, come] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
    const shown = [...box.children].slice(start, before.length - end);
    if (gone.length !== come.length) return replace(box, start, shown, come);
    gone.forEach((element, place) => {
      if (isSameBox(element, come[place])) update(shown[place], element, come[place]);
      else if (!element.isEqualNode(come[place])) replace(box, start + place, [shown[place]], [come[place]]);
    });
  };

  const show = (page) => {
    document.title = page.title;
    update(document.body, sent, page.body);
    sent = page.body;
    // Pictures have kept their names.
    for (const picture of document.images) {
      const address = new URL(picture.src);
      if (address.origin !== location.origin) continue;
      address.search = `version=${version}`;
      picture.src = address;
    }
  };

  const load = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // An index of the search that was loaded would be an old one.
    const isOther = scripts(page) !== scripts(document) || page.body.className !== sent.className;
    if (!answer.ok || isOther || globalThis.gradusIndex) return location.reload();
    try {
      show(page);
    } catch {
      location.reload();
    }
  };

  for (;;) {
    try {
      const answer = await fetch(`/.gradus/version?after=${version}`, { cache: "no-store" });
      const current = Number(await answer.text());
      if (!answer.ok || Number.isNaN(current)) throw new Error(`the preview answered ${answer.status}`);
      const isNews = version >= 0 && current !== version;
      version = current;
      if (isNews && isOld) return location.assign(location.pathname);
      if (isNews) await load();
    } catch {
      // The preview was stopped, or is starting again.
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
})(document.currentScript);
