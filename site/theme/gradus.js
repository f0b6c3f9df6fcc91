// Only adds: every page can be read without it.
(() => {
  const root = document.documentElement;
  const stored = (theme) => {
    // Storage may be refused, as it is in private windows; the choice then lasts for one page.
    try {
      if (theme) localStorage.setItem("gradus-theme", theme);
      return localStorage.getItem("gradus-theme");
    } catch {
      return theme ?? null;
    }
  };
  const chosen = stored();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  root.dataset.scripted = "";

  // Fonts that the page is sure to need are asked for before it is laid out: one that came later would move it.
  const fonts = ["1em Charis", "700 1em Charis", "italic 1em Charis"];
  const loads = fonts.concat(document.currentScript.dataset.fonts?.split(";") ?? [])
    .map((font) => document.fonts.load(font).catch(() => {}));
  root.dataset.waiting = "";
  const show = () => root.removeAttribute("data-waiting");
  Promise.all(loads).then(show);
  setTimeout(show, 400);

  // Scripts say what is done to which elements; it is also done to those that a preview puts into the page later.
  const actions = [];
  const act = (part, [selector, action]) => {
    if (part.matches?.(selector)) action(part);
    part.querySelectorAll(selector).forEach((element) => action(element));
  };
  globalThis.gradus = {
    each(...action) {
      actions.push(action);
      act(document, action);
    },
    enliven(part) {
      for (const action of actions) act(part, action);
    },
  };

  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  addEventListener("DOMContentLoaded", () => {
    gradus.each(".theme-switch", (button) => button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      stored(root.dataset.theme);
    }));
    // What scrolls sideways can be reached by the keyboard in every browser, once it is unfolded.
    const boxes = ".scroll, .formula, .drawing, .derivation, .fact > span, .choice > span, .origin-formula, pre";
    const reach = (box) => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    };
    const reachAll = () => document.querySelectorAll(boxes).forEach(reach);
    gradus.each(boxes, reach);
    document.fonts.ready.then(reachAll);
    addEventListener("toggle", reachAll, true);
  });
})();
