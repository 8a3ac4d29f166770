// <readout-explorer src title height>: an explorer in somebody else's article.
//
//   <script src="https://news.example/talks/embed.js" async></script>
//   <readout-explorer src="https://news.example/talks/#layout=timeline" title="Four meetings, as told" height="600">
//     <noscript><a href="https://news.example/talks/"><img src="https://news.example/talks/card.png" alt="…"></a></noscript>
//   </readout-explorer>
//
// It makes a frame in a shadow tree, so that the article's styles do not reach it and the article's policy
// needs `frame-src` alone; gives it the height that its page asks for; passes on what the reader does, as
// `readout` events; and takes questions with `send`. README.md of the embed folder lists the messages.
"use strict";

(() => {
  if (customElements.get("readout-explorer")) return;

  const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
  const HEIGHT = 600; // px, until the page tells its own

  class ReadoutExplorer extends HTMLElement {
    static observedAttributes = ["src", "title", "height"];
    #frame = document.createElement("iframe");
    #listen = (event) => this.#hear(event);

    constructor() {
      super();
      const frame = this.#frame;
      frame.loading = "lazy";
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write; fullscreen";
      frame.setAttribute("sandbox", SANDBOX);
      // Through the object model: an article's policy may forbid style attributes and elements.
      Object.assign(frame.style, { border: "0", width: "100%", display: "block" });
      this.attachShadow({ mode: "open" }).append(frame);
    }

    connectedCallback() {
      this.style.display ||= "block";
      addEventListener("message", this.#listen);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listen);
    }

    attributeChangedCallback(name, before, value) {
      if (before === value) return;
      if (name === "title") this.#frame.title = value ?? "";
      if (name === "height") this.#grow(Number.parseInt(value, 10) || HEIGHT);
      if (name === "src" && value) {
        if (!this.#frame.style.height) this.#grow(HEIGHT);
        this.#frame.src = new URL(value, document.baseURI).href;
      }
    }

    /** Asks something of the explorer: an object as README.md lists them. */
    send(message) {
      this.#frame.contentWindow?.postMessage({ readout: 1, ...message }, "*");
    }

    #grow(height) {
      this.#frame.style.height = `${height}px`;
    }

    #hear({ source, data }) {
      // A sandboxed page has no origin to compare; the window that it comes from cannot be forged.
      if (source !== this.#frame.contentWindow || typeof data !== "object" || !data) return;
      const [height] = Object.values(data["readout-height"] ?? {});
      if (Number.isFinite(height)) this.#grow(Math.max(height, 1));
      if (data.readout === 1) this.dispatchEvent(new CustomEvent("readout", { detail: data, bubbles: true }));
    }
  }

  customElements.define("readout-explorer", ReadoutExplorer);
})();
