"use strict";
// Looks for words in every claim of the site: the texts are files of their own,
// read when somebody begins to type. The lists of the site say all of it without
// this.
const search = document.querySelector(".seek");
const plain = s => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const claims = [];
globalThis.trackerClaims = list => { for (const c of list) claims.push({ claim: c, text: plain(c.slice(1, 3).join(" ") + " " + c[6]) }); };
if (search) {
  const words = document.getElementById("search-words"), fate = document.getElementById("search-fate"), count = document.getElementById("search-count");
  const found = document.getElementById("found"), listed = document.querySelector(".listed"), pager = document.querySelector(".pager");
  const parts = Number(search.dataset.parts), most = 200;
  let asked = false, read = 0;
  const element = (name, text, set) => Object.assign(document.createElement(name), text === undefined ? {} : { textContent: text }, set);
  const hit = ([uid, statement, speaker, day, kind, standing, , page]) => {
    const box = element("article", undefined, { className: "hit " + kind });
    const top = element("p"), line = element("p");
    top.append(element("a", statement, { href: uid + ".html", dir: "auto" }));
    line.className = "quiet";
    line.append(element("a", speaker, { href: "../speakers/" + page, dir: "auto" }), ", " + day + ": " + standing);
    box.append(top, line);
    return box;
  };
  const show = () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean), kind = fate.value;
    const on = wanted.length > 0 || kind !== "";
    found.hidden = !on;
    listed.hidden = on;
    if (pager) pager.hidden = on;
    if (!on) { count.textContent = ""; return; }
    const hits = claims.filter(c => (kind === "" || c.claim[4] === kind) && wanted.every(w => c.text.includes(w)));
    found.replaceChildren(...hits.slice(0, most).map(c => hit(c.claim)));
    count.textContent = hits.length + " found" + (hits.length > most ? ", the latest " + most + " shown" : "") + (read < parts ? "; still looking (" + read + " of " + parts + ")" : "");
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    const next = n => {
      if (n > parts) return;
      const script = element("script", undefined, { src: "../search/" + n + ".js" });
      script.addEventListener("load", () => { read = n; show(); next(n + 1); });
      script.addEventListener("error", () => { count.textContent = "The texts to search in cannot be read."; });
      document.head.append(script);
    };
    next(1);
  };
  for (const x of [words, fate]) {
    x.addEventListener("focus", ask);
    x.addEventListener("input", () => { ask(); show(); });
  }
  search.hidden = false;
}
