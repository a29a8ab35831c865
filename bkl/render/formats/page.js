"use strict";
// Finding your way in a report: where you are, searching, filtering, tables as csv. It fetches
// and keeps nothing, and without it the whole report can be read.
(() => {
  const main = document.getElementById("pagina-tekst");
  const nav = document.getElementById("pagina-inhoud");
  const tools = document.getElementById("pagina-zoeken");
  const [words, choice, clear, told] = ["woorden", "oordeel", "wis", "gevonden"].map((name) =>
    document.getElementById(`pagina-${name}`),
  );
  if (!main || !nav || !tools || !words || !choice || !clear || !told) return; // another template

  const heads = [...main.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(
    (one) => one.parentElement === main,
  );
  const level = (one) => Number(one.tagName[1] || 0);

  // ---- where you are
  const links = [...nav.querySelectorAll("a[href^='#']")];
  const here = nav.querySelector(".hier");
  const listed = heads.filter((one) => links.some((link) => link.hash === `#${one.id}`));
  let current;
  const point = () => {
    const line = (nav.clientWidth > 600 || innerWidth < 1088 ? nav.offsetHeight : 0) + 48;
    const passed = listed.filter((one) => one.offsetParent && one.getBoundingClientRect().top <= line);
    const now = passed.at(-1);
    if (now === current) return;
    current = now;
    for (const link of links) {
      if (now && link.hash === `#${now.id}`) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (here) here.textContent = now ? `: ${now.textContent}` : "";
    const shown = links.find((one) => one.hasAttribute("aria-current") && one.offsetParent);
    if (!shown || nav.scrollHeight <= nav.clientHeight) return;
    const [box, room] = [shown.getBoundingClientRect(), nav.getBoundingClientRect()];
    if (box.top < room.top || box.bottom > room.bottom) {
      nav.scrollTop += box.top - room.top - room.height / 3;
    }
  };
  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      point();
    });
  };
  nav.classList.add("wijst");
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  point();

  // ---- what can be found: rows of tables, items of lists, paragraphs, each below its headings
  const leaves = [];
  const open = [];
  for (const one of main.children) {
    if (heads.includes(one)) {
      while (open.length && level(open.at(-1)) >= level(one)) open.pop();
      open.push(one);
      continue;
    }
    if (!open.some((head) => level(head) > 1)) continue; // the title stays
    const inside = one.matches("table, ul, ol, section")
      ? [...one.querySelectorAll(":scope > tbody > tr, :scope > li, :scope > ol > li")]
      : [one];
    for (const part of inside) {
      leaves.push({ part, within: [...open, ...(part === one ? [] : [one])] });
    }
  }
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const verdicts = (part) =>
    [...part.querySelectorAll(".oordeel")].filter((one) => !one.closest("th")).map((one) => one.classList[1]);
  for (const leaf of leaves) {
    leaf.kinds = verdicts(leaf.part);
    leaf.head = leaf.part.querySelector("td:empty") ? leaf.part.cells?.[0].textContent : undefined;
  }
  const kinds = new Set(leaves.flatMap((leaf) => leaf.kinds));
  const order = [...main.querySelectorAll(".tel, .oordeel")].map((one) => one.classList[1]);
  for (const kind of new Set(order.filter((one) => kinds.has(one)))) {
    const option = new Option(kind.replaceAll("-", " "), kind);
    choice.add(option);
  }
  choice.closest("p").hidden = kinds.size < 2;

  const filter = () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    const kind = choice.value;
    const all = !wanted.length && !kind;
    const parents = new Set();
    let found = 0;
    for (const leaf of [...leaves].reverse()) {
      leaf.text ??= plain(leaf.part.textContent);
      const hit =
        (!kind || leaf.kinds.includes(kind)) && wanted.every((word) => leaf.text.includes(word));
      const name = leaf.part.cells?.[0].textContent;
      if (hit && name?.includes(".")) parents.add(name.replace(/\.[^.]*$/, ""));
      found += hit;
      // a promise stays above its parts
      leaf.shown = all || hit || (leaf.head && parents.has(leaf.head));
      leaf.part.classList.toggle("weg", !leaf.shown);
    }
    for (const one of new Set(leaves.flatMap((leaf) => leaf.within))) one.classList.toggle("weg", !all);
    for (const leaf of leaves) if (leaf.shown) for (const one of leaf.within) one.classList.remove("weg");
    for (const button of main.querySelectorAll(".csv")) button.classList.toggle("weg", !all);
    for (const link of links) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      link.classList.toggle("weg", !all && !!target?.classList.contains("weg"));
    }
    clear.hidden = all;
    if (all) told.textContent = "";
    else if (!found) told.textContent = "Niets gevonden.";
    else told.textContent = found === 1 ? "1 plek gevonden." : `${found} plekken gevonden.`;
    point();
  };
  const reset = () => {
    words.value = choice.value = "";
    filter();
  };
  let waiting;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 200);
  });
  words.addEventListener("keydown", (key) => {
    if (key.key !== "Escape") return;
    key.preventDefault();
    reset();
  });
  choice.addEventListener("change", filter);
  clear.addEventListener("click", () => {
    reset();
    words.focus();
  });
  // a link to what is filtered away shows it again
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest(".weg")) return;
    reset();
    target.scrollIntoView();
  });
  tools.hidden = false;
  tools.open = matchMedia("(min-width: 68rem)").matches;

  // ---- tables as csv, for a Dutch spreadsheet
  const cell = (text) => {
    const risky = /^[\s\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text);
    const dated = /^\d{1,4}([-/.:]\d{1,4}){1,2}$/.test(text) && !/^[1-9]\d{0,2}(\.\d{3})+$/.test(text);
    return `"${(risky || dated ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const said = (one) => {
    const copy = one.cloneNode(true);
    for (const extra of copy.querySelectorAll("svg, .noot")) extra.remove();
    for (const line of copy.querySelectorAll("br")) line.replaceWith("\n");
    return copy.textContent.replace(/[ \t\u00a0]+/g, " ").replace(/ ?\n ?/g, "\n").trim();
  };
  const sources = (row) =>
    [...new Set([...row.querySelectorAll(".noot a")].map((link) => link.hash.slice(1)))]
      .map((id) => said(document.getElementById(id)).replace(/[↩︎\s]+$/u, ""))
      .join(" | ");
  const csv = (table) => {
    const rows = [...table.rows].map((row) => [...row.cells].map(said));
    if (table.querySelector(".noot")) {
      [...table.rows].forEach((row, at) => rows[at].push(at ? sources(row) : "Bron"));
    }
    return `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
  };
  for (const [at, table] of [...main.querySelectorAll("table")].entries()) {
    const name = table.caption ? said(table.caption) : `tabel ${at + 1}`;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "csv";
    button.textContent = "csv";
    button.setAttribute("aria-label", `Tabel als csv: ${name}`);
    button.addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([csv(table)], { type: "text/csv" }));
      const file = plain(`${document.title.split(" – ")[0]} ${name}`).replace(/[^a-z0-9]+/g, "-");
      link.download = `${file.replace(/^-|-$/g, "").slice(0, 80)}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    table.after(button);
  }
})();
