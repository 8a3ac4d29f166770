// What surrounds the app: starting it, saving the page as one file, working offline, and telling a frame's
// host how high the page is. A classic script, the same in the hosted page and in the saved file.
//
// The app and this script talk by events on the document: the app asks with `readout:save`,
// `readout:copy` and `readout:reload`; this script tells with `readout:told` what was `saved`, `unsaved` or
// `copied`, and that there is an `update`.
"use strict";

(() => {
  const root = document.documentElement;
  const { saved, worker } = document.currentScript.dataset;
  const slot = document.getElementById("readout-wasm");
  const framed = window.parent !== window;
  // The saved file is its own source, as it was before anything changed in it.
  const source = slot && root.cloneNode(true);
  const tell = (what) => document.dispatchEvent(new CustomEvent("readout:told", { detail: what }));

  // Starting. The saved file carries the wasm in a slot, the hosted page fetches it.

  // Z85 (rfc.zeromq.org/spec/32), five letters for four bytes, with "," for "<", which has a meaning in HTML.
  // The last five letters begin with a "#" for each byte that they lack.
  const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&,>()[]{}@%$#";
  const decoded = (text) => {
    const values = {};
    for (const [value, letter] of [...LETTERS].entries()) values[letter.charCodeAt(0)] = value;
    const lacking = /^#*/.exec(text.slice(-5))[0].length;
    const letters = text.slice(0, -5) + "0".repeat(lacking) + text.slice(lacking - 5);
    const end = (text.length / 5) * 4;
    const bytes = new Uint8Array(end);
    const words = new DataView(bytes.buffer);
    for (let at = 0, from = 0; at < end; at += 4) {
      let word = 0;
      for (const next = from + 5; from < next; from += 1) word = word * 85 + values[letters.charCodeAt(from)];
      words.setUint32(at, word);
    }
    return bytes.copyWithin(end - 4, end - 4 + lacking).subarray(0, end - lacking);
  };

  const unpacked = (text) => {
    const stream = new Blob([decoded(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  };

  const start = () => {
    const wasm = slot ? unpacked(slot.textContent) : document.getElementById("app-wasm").href;
    return wasm_bindgen({ module_or_path: wasm });
  };

  const WORDS = {
    en: [
      "The explorer could not start.",
      "This browser, or a rule of the page that holds the explorer, does not let WebAssembly run. The documents are listed below.",
      "A part of it could not be loaded. Check the connection and reload the page.",
    ],
    fr: [
      "L’explorateur n’a pas pu démarrer.",
      "Ce navigateur, ou une règle de la page qui contient l’explorateur, n’autorise pas WebAssembly. Les documents sont listés ci-dessous.",
      "Une partie n’a pas pu être chargée. Vérifiez la connexion et rechargez la page.",
    ],
    ko: [
      "탐색기를 시작하지 못했습니다.",
      "이 브라우저 또는 탐색기를 담은 페이지의 규칙이 WebAssembly 실행을 허용하지 않습니다. 문서 목록은 아래에 있습니다.",
      "일부를 불러오지 못했습니다. 연결을 확인하고 페이지를 새로 고치십시오.",
    ],
    zh: [
      "浏览器未能启动本页的检索工具。",
      "此浏览器或嵌入本页的网页规则不允许运行 WebAssembly。文件列表见下方。",
      "部分内容未能加载。请检查网络连接并刷新页面。",
    ],
  };

  const refused = (error) =>
    typeof WebAssembly === "undefined" || error instanceof WebAssembly.CompileError || error instanceof EvalError;

  const explain = (error) => {
    console.error(error);
    // A page without an origin (opened from a folder, or in a sandboxed frame) may not fetch what lies
    // beside it. The saved file holds everything.
    if (saved && self.origin === "null" && !refused(error)) {
      location.replace(saved + location.hash);
      return;
    }
    root.dataset.state = "failed";
    const asked = new URLSearchParams(location.hash.replace(/^#?\??/, "")).get("lang");
    const set = root.dataset.language === "set" ? root.lang : null;
    const languages = [asked, set, ...navigator.languages].map((tag) => tag?.slice(0, 2));
    const [what, wasm, network] = WORDS[languages.find((language) => language in WORDS) ?? "en"];
    const note = document.createElement("p");
    note.id = "failure";
    note.setAttribute("role", "alert");
    note.textContent = `${what} ${refused(error) ? wasm : network}`;
    (document.querySelector("main") ?? document.body).prepend(note);
  };

  // A fetch can fail by chance, and does now and then in WebKit: once more, before the reader is told.
  const again = (error) => {
    if (slot || refused(error) || self.origin === "null") throw error;
    console.warn(error);
    return start();
  };

  start().catch(again).catch(explain);

  // Saving.

  const page = async () => {
    if (source) return new Blob([`<!DOCTYPE html>${source.outerHTML}`], { type: "text/html" });
    const response = await fetch(saved);
    if (!response.ok) throw new Error(`${saved}: ${response.status}`);
    return response.blob();
  };

  document.addEventListener("readout:save", async () => {
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await page());
      link.download = `${document.title.replace(/[\\/:*?"<>|\s]+/g, " ").trim() || "Readout"}.html`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      tell("saved");
    } catch (error) {
      console.warn(error);
      tell("unsaved");
    }
  });

  // Copying: the text of a field, by its id. A frame may have no clipboard; then the text stands selected.

  document.addEventListener("readout:copy", async ({ detail }) => {
    const field = document.getElementById(detail);
    field.select();
    const copied = async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        return true;
      } catch {
        return document.execCommand("copy");
      }
    };
    if (await copied()) tell("copied");
  });

  // Working offline: only for a page of its own, never for one inside somebody's article.

  const offline = async () => {
    const workers = navigator.serviceWorker;
    const known = Boolean(workers.controller);
    const registration = await workers.register(worker);
    const offer = () => {
      if (!registration.waiting || !known) return;
      root.dataset.update = "";
      tell("update");
    };
    offer();
    registration.addEventListener("updatefound", () => {
      registration.installing.addEventListener("statechange", offer);
    });
    document.addEventListener("readout:reload", () => {
      workers.addEventListener("controllerchange", () => location.reload());
      registration.waiting?.postMessage("take over");
    });
  };

  if (worker && !framed && "serviceWorker" in navigator) {
    // Where a host or the reader forbids it, the page works without.
    addEventListener("load", () => offline().catch(console.warn));
  }

  // The height (px), for the host of a frame, in the forms that hosts know. Hosts match the window that a
  // message comes from; there is nothing secret in it.

  const heights = () => {
    const asked = new URLSearchParams(location.search);
    const secret = /[#?&]secret=(\w+)/.exec(location.hash)?.[1];
    let last = 0;
    const send = (height) => {
      const messages = [
        { "readout-height": { [asked.get("id") ?? "readout"]: height } },
        { sentinel: "amp", type: "embed-size", height },
        JSON.stringify({ src: location.href, context: "iframe.resize", height }),
      ];
      if (asked.has("childId")) messages.push(`pymxPYMx${asked.get("childId")}xPYMxheightxPYMx${height}`);
      if (secret) messages.push({ message: "height", value: height, secret });
      for (const message of messages) parent.postMessage(message, "*");
    };
    const measure = () => {
      const height = Math.ceil(root.getBoundingClientRect().height);
      if (height !== last) send((last = height));
    };
    new ResizeObserver(measure).observe(root);
    // WordPress hides a frame until it has told a height, and what is hidden is not drawn, so not observed.
    addEventListener("load", measure);
    addEventListener("message", ({ source: from, data }) => {
      if (from !== parent || data?.message !== "ready" || data.secret !== secret) return;
      last = 0;
      measure();
    });
  };

  if (framed) {
    root.dataset.framed = "";
    heights();
  }
})();
