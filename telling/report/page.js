"use strict";
// Sorts tables, filters claims, and opens what is folded where somebody needs
// it. The page says all it says without this.
for (const table of document.querySelectorAll("table[data-sort]")) {
  const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
  const value = (row, column) => {
    const text = row.cells[column].textContent.trim();
    const number = text.match(/^[−-]?\d+(\.\d+)?/);
    return number ? parseFloat(number[0].replace("−", "-")) : text.toLowerCase();
  };
  const compare = (a, b) => {
    if (typeof a === typeof b) return typeof a === "number" ? a - b : a.localeCompare(b);
    return typeof a === "number" ? -1 : 1;
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(h => h.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const known = [], unknown = [];
      for (const row of [...body.rows]) (row.cells[column].textContent.trim() === "–" ? unknown : known).push(row);
      known.sort((a, b) => (down ? -1 : 1) * compare(value(a, column), value(b, column)));
      body.append(...known, ...unknown);
    });
  });
}
const filter = document.querySelector(".filter");
if (filter) {
  const words = document.getElementById("filter-words"), fate = document.getElementById("filter-fate"), count = document.getElementById("filter-count");
  const people = [...document.querySelectorAll(".person")].map(section => ({
    section,
    claims: [...section.querySelectorAll(".claim")].map(claim => ({ claim, fate: claim.dataset.fate })),
    name: section.querySelector("h3").textContent.toLowerCase(),
  }));
  const total = people.reduce((n, p) => n + p.claims.length, 0);
  const apply = () => {
    const wanted = words.value.trim().toLowerCase();
    let shown = 0;
    for (const person of people) {
      let here = 0;
      for (const c of person.claims) {
        const ok = (fate.value === "" || c.fate === fate.value) && (wanted === "" || person.name.includes(wanted) || c.claim.textContent.toLowerCase().includes(wanted));
        c.claim.hidden = !ok;
        here += ok;
      }
      person.section.hidden = here === 0;
      shown += here;
    }
    count.textContent = shown + " of " + total + " shown";
  };
  words.addEventListener("input", apply);
  fate.addEventListener("change", apply);
  filter.hidden = false;
  apply();
  // A link to a claim that the filter hides shows it.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.closest("[hidden]")) {
      words.value = fate.value = "";
      apply();
      target.scrollIntoView();
    }
  });
}
let opened = [];
addEventListener("beforeprint", () => { opened = [...document.querySelectorAll("details:not([open])")]; opened.forEach(d => { d.open = true; }); });
addEventListener("afterprint", () => { opened.forEach(d => { d.open = false; }); });
