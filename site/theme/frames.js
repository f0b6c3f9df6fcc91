// Steps through figures with frames: their elements say in which frames they are shown.
(() => {
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
  gradus.each(".frames", stepThrough);
})();
