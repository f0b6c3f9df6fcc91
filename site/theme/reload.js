// Loads the page again when the preview says that the course has changed.
(async (script) => {
  // A page as it was when nothing was wrong stays until the next change.
  const isOld = location.search === "?last-good";
  let version = isOld ? -1 : Number(script.dataset.version);
  // A reload keeps the place in most browsers; this covers pages whose height has changed.
  const place = `gradus-scroll:${location.pathname}`;
  const kept = sessionStorage.getItem(place);
  if (kept) addEventListener("load", () => scrollTo({ top: Number(kept), behavior: "instant" }));
  sessionStorage.removeItem(place);

  for (;;) {
    try {
      const answer = await fetch(`/.gradus/version?after=${version}`, { cache: "no-store" });
      const current = Number(answer.headers.get("Gradus-Version") ?? NaN);
      if (!answer.ok || Number.isNaN(current)) throw new Error(`the preview answered ${answer.status}`);
      if (version >= 0 && current !== version) {
        sessionStorage.setItem(place, String(scrollY));
        if (isOld) location.assign(location.pathname);
        else location.reload();
        return;
      }
      version = current;
    } catch {
      // The preview was stopped, or is starting again.
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
})(document.currentScript);
