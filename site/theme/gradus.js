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

  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-switch");
    button?.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      stored(root.dataset.theme);
    });
    // What scrolls sideways can be reached by the keyboard in every browser.
    for (const box of document.querySelectorAll(".scroll, .formula, .drawing, pre")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
  });

  // A figure with frames: its elements say in which frames they are shown.
  const stepThrough = (box) => {
    const figure = box.closest("figure");
    const captions = [...figure.querySelectorAll(".frame-list li")].map((item) => item.textContent);
    const parts = [...figure.querySelectorAll(".drawing [data-frames]")].map((part) => {
      const [first, last] = part.dataset.frames.split("-").map(Number);
      return { part, first, last };
    });
    const slider = box.querySelector(".frame-slider");
    const count = box.querySelector(".frame-count");
    const caption = box.querySelector(".frame-caption");
    const buttons = Object.fromEntries(
      [...box.querySelectorAll("[data-step]")].map((button) => [button.dataset.step, button]));
    const still = Number(box.dataset.still);
    let current = still;
    let timer;

    // What a frame looks at is brought into view where the drawing is wider than the page.
    const reveal = () => {
      const drawing = figure.querySelector(".drawing");
      const looked = parts.find(({ first, last }) => first === current && last === current && current !== still);
      if (!looked || drawing.scrollWidth <= drawing.clientWidth) return;
      const [part, view] = [looked.part.getBoundingClientRect(), drawing.getBoundingClientRect()];
      if (part.left < view.left || part.right > view.right) {
        drawing.scrollLeft += (part.left + part.right - view.left - view.right) / 2;
      }
    };
    const show = (frame) => {
      current = Math.min(Math.max(frame, 1), captions.length);
      for (const { part, first, last } of parts) {
        if (first <= current && current <= last) part.removeAttribute("display");
        else part.setAttribute("display", "none");
      }
      slider.value = current;
      slider.setAttribute("aria-valuetext", `${current} of ${captions.length}: ${captions[current - 1]}`);
      count.textContent = `${current} / ${captions.length}`;
      caption.textContent = captions[current - 1];
      // A button that can do nothing stays where the focus may be.
      for (const name of ["first", "back"]) buttons[name].setAttribute("aria-disabled", current === 1);
      for (const name of ["next", "last"]) {
        buttons[name].setAttribute("aria-disabled", current === captions.length);
      }
      reveal();
    };
    const stop = () => {
      clearInterval(timer);
      timer = undefined;
      buttons.play.setAttribute("aria-label", "Play");
      buttons.play.removeAttribute("data-playing");
      // While it plays, each caption would interrupt the one before it.
      caption.setAttribute("aria-live", "polite");
    };
    const play = () => {
      if (timer) return stop();
      if (current === captions.length) show(1);
      buttons.play.setAttribute("aria-label", "Pause");
      buttons.play.setAttribute("data-playing", "");
      caption.setAttribute("aria-live", "off");
      const pace = captions.length > 60 ? 120 : 900;
      timer = setInterval(() => {
        show(current + 1);
        if (current === captions.length) stop();
      }, pace);
    };
    const go = (frame) => {
      stop();
      show(frame);
    };

    buttons.first.addEventListener("click", () => go(1));
    buttons.back.addEventListener("click", () => go(current - 1));
    buttons.play.addEventListener("click", play);
    buttons.next.addEventListener("click", () => go(current + 1));
    buttons.last.addEventListener("click", () => go(captions.length));
    slider.addEventListener("input", () => go(Number(slider.value)));
    box.addEventListener("keydown", (event) => {
      if (event.target === slider || event.altKey || event.ctrlKey || event.metaKey) return;
      const targets = {
        ArrowLeft: current - 1, ArrowRight: current + 1, Home: 1, End: captions.length,
      };
      if (!(event.key in targets)) return;
      event.preventDefault();
      go(targets[event.key]);
    });
    show(current);
    box.hidden = false;
  };
  addEventListener("DOMContentLoaded", () => document.querySelectorAll(".frames").forEach(stepThrough));

  // Escape puts away the note of the number that has the focus or the pointer, until either moves on.
  const dismiss = (isDismissed) => root.toggleAttribute("data-dismissed", isDismissed);
  addEventListener("keydown", (event) => event.key === "Escape" && dismiss(true));
  addEventListener("focusin", () => dismiss(false));
  addEventListener("pointerover", (event) => event.target.closest?.(".claim") || dismiss(false));
})();
