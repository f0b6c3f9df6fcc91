// Marks the section that is being read in the list beside the text.
(() => {
  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  let current;
  const mark = () => {
    const list = document.querySelector(".contents.margin");
    const links = [...(list?.querySelectorAll("a") ?? [])];
    // The section that is read began above the upper third of the window; at the end of the page it is the last one.
    const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const line = isAtEnd ? innerHeight : innerHeight / 3;
    const link = links.findLast((link) => target(link)?.getBoundingClientRect().top <= line);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    current = link;
    // The list moves only where the link could not be seen, and at once: nothing glides past the text.
    const place = link?.getBoundingClientRect();
    if (place && (place.top < 0 || place.bottom > innerHeight)) list.scrollTop += place.top - innerHeight / 2;
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66.6% 0px" });
  gradus.each("main :is(h1, h2, h3, h4, h5, h6)[id]", (heading) => observer.observe(heading));
  gradus.each(".contents.margin", mark);
  addEventListener("scrollend", mark);
})();
