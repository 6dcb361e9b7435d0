(() => {
  // A read is a person who looked for a second; how long they looked is told when they leave.
  const came = new URLSearchParams(location.search);
  if (document.referrer && !came.get("referrer")) {
    came.set("referrer", document.referrer.split("/")[2]);
  }
  const url = location.pathname + "/read?" + came;
  const tell = (report) => navigator.sendBeacon(url, JSON.stringify(report));
  let looked = 0;
  let since = 0;
  let timer = 0;
  let read = false;
  const total = () => looked + (since ? performance.now() - since : 0);
  const watch = () => {
    if (document.visibilityState === "visible") {
      since = since || performance.now();
      if (!read) {
        timer = setTimeout(() => {
          read = true;
          tell({});
        }, Math.max(0, 1000 - total()));
      }
    } else {
      looked = total();
      since = 0;
      clearTimeout(timer);
    }
  };
  document.addEventListener("visibilitychange", watch);
  addEventListener(
    "pagehide",
    () => {
      if (read) {
        tell({ seconds: Math.round(total() / 1000), again: true });
      }
    },
    { once: true }
  );
  watch();
})();
