// Only `readout serve` brings this: the page is loaded anew when the site has changed, and keeps its #….
(() => {
  const { src, dataset } = document.currentScript;
  let events;
  // A browser opens few connections to one host: a page that nobody looks at holds none, and asks again
  // once it is seen. The first thing it hears is which site there is now.
  const attend = () => {
    events?.close();
    if (document.visibilityState !== "visible") return;
    events = new EventSource(new URL("events", src));
    events.addEventListener("site", (event) => {
      if (event.data !== dataset.site) location.reload();
    });
  };
  document.addEventListener("visibilitychange", attend);
  attend();
})();
