(() => {
  // A read is a page that was looked at for a second. That somebody stayed is told whenever they
  // leave: programs that only open a page do not move, and do not wait for long.
  const came = new URLSearchParams(location.search);
  if (document.referrer && !came.get("referrer")) {
    came.set("referrer", document.referrer.split("/")[2]);
  }
  const url = location.pathname + "/read?" + came;
  const tell = (report) => navigator.sendBeacon(url, JSON.stringify(report));
  let looked = 0;
  let told = 0;
  let part = 0;
  let since = 0;
  let timer = 0;
  let read = false;
  let moved = false;
  const total = () => looked + (since ? performance.now() - since : 0);
  const leave = () => {
    looked = total();
    since = 0;
    clearTimeout(timer);
    const seconds = Math.round((looked - told) / 1000);
    // Whoever comes back often tells ever less often.
    if (read && seconds > 0 && looked >= 2 * told && (moved || looked >= 10000)) {
      told = looked;
      part += 1;
      tell({ seconds, again: true, part });
    }
  };
  const watch = () => {
    if (document.visibilityState !== "visible") {
      leave();
      return;
    }
    since = since || performance.now();
    if (!read) {
      timer = setTimeout(() => {
        read = true;
        tell({});
      }, Math.max(0, 1000 - total()));
    }
  };
  for (const sign of ["pointerdown", "pointermove", "touchstart", "keydown", "wheel", "scroll"]) {
    addEventListener(sign, (event) => (moved = moved || event.isTrusted), { passive: true });
  }
  document.addEventListener("visibilitychange", watch);
  addEventListener("pagehide", leave);
  watch();
})();
