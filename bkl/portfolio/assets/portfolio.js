"use strict";
(() => {
  const data = JSON.parse(document.getElementById("gegevens").textContent);
  const step = 6 + data.oordelen.length, cells = data.cellen, page = 50;
  const number = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 12 });
  const $ = (id) => document.getElementById(id);
  const make = (tag, text, kind) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const state = { sort: "naam", down: false, shown: page, looked: page };

  for (const [id, names, none] of [["jaar", data.jaren], ["thema", data.themas, "zonder thema"],
    ["financier", data.financiers, "niet gezegd aan wie"]]) {
    names.forEach((name, at) => {
      const option = make("option", name === null ? none : name);
      option.value = String(at);
      $(id).append(option);
    });
  }

  const chosen = (id) => ($(id).value === "" ? -1 : Number($(id).value));
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = data.organisaties.map(folded);
  const collator = new Intl.Collator("nl", { numeric: true });
  const place = [];
  data.organisaties.map((name, at) => at)
    .sort((a, b) => collator.compare(data.organisaties[a], data.organisaties[b]))
    .forEach((org, at) => { place[org] = at; });

  function count() {
    const jaar = chosen("jaar"), thema = chosen("thema"), financier = chosen("financier");
    const sought = folded($("zoek").value.trim());
    const fits = names.map((name) => name.includes(sought));
    const whole = new Array(data.oordelen.length).fill(0);
    const sums = new Map();
    let sure = 0, maybe = 0;
    for (let at = 0; at < cells.length; at += step) {
      const org = cells[at];
      if (!fits[org] || (jaar >= 0 && cells[at + 1] !== jaar)
        || (thema >= 0 && cells[at + 2] !== thema)
        || (financier >= 0 && cells[at + 3] !== financier)) continue;
      let row = sums.get(org);
      if (!row) sums.set(org, row = { org, n: 0, sure: 0, maybe: 0 });
      sure += cells[at + 4]; row.sure += cells[at + 4];
      maybe += cells[at + 5]; row.maybe += cells[at + 5];
      for (let one = 0; one < whole.length; one += 1) {
        whole[one] += cells[at + 6 + one]; row.n += cells[at + 6 + one];
      }
    }
    return { whole, sure, maybe, rows: [...sums.values()] };
  }

  const part = (whole, kind) =>
    whole.reduce((sum, one, at) => sum + (data.soorten[at] === kind ? one : 0), 0);

  function told(whole, sure, n) { // as the counts of one plan are told
    const runs = part(whole, "loopt"), open = part(whole, "zonder");
    const all = n === 2 ? "beide" : `alle ${number.format(n)}`;
    if (open === n) return n === 1 ? "zonder antwoord" : `${all} zonder antwoord`;
    if (runs === n) return n === 1 ? "loopt nog" : `${all} lopen nog`;
    return `${number.format(sure)} van ${number.format(n)} gehaald`
      + (runs ? `, ${number.format(runs)} ${runs === 1 ? "loopt" : "lopen"} nog` : "")
      + (open ? `, ${number.format(open)} zonder antwoord` : "");
  }

  function bar(sure, maybe, n) {
    const made = make("div", undefined, "balk");
    made.setAttribute("aria-hidden", "true");
    for (const [kind, part] of [["zeker", sure], ["mogelijk", maybe - sure]]) {
      const piece = make("i", undefined, kind);
      piece.style.width = `${n ? (100 * part) / n : 0}%`;
      made.append(piece);
    }
    return made;
  }

  const orders = {
    naam: (a, b) => place[a.org] - place[b.org],
    n: (a, b) => a.n - b.n || place[a.org] - place[b.org],
    zeker: (a, b) => a.sure / (a.n || 1) - b.sure / (b.n || 1) || place[a.org] - place[b.org],
    hoogstens: (a, b) => a.maybe / (a.n || 1) - b.maybe / (b.n || 1) || place[a.org] - place[b.org],
  };

  function show() {
    const { whole, sure, maybe, rows } = count();
    const n = whole.reduce((a, b) => a + b, 0);
    $("samen").textContent = n ? told(whole, sure, n)
      : "Hier is niets te tellen.";
    $("samenbalk").replaceChildren(bar(sure, maybe, n));
    $("telling").replaceChildren(...data.oordelen.flatMap((name, at) =>
      whole[at] ? [make("li", `${data.tekens[at]} ${number.format(whole[at])} ${name}`)] : []));
    rows.sort(orders[state.sort]);
    if (state.down) rows.reverse();
    $("rijen").replaceChildren(...rows.slice(0, state.shown).map((row) => {
      const made = make("tr"), first = make("td", data.organisaties[row.org]);
      first.append(bar(row.sure, row.maybe, row.n));
      made.append(first);
      for (const value of [row.n, row.sure, row.maybe]) {
        made.append(make("td", number.format(value), "getal"));
      }
      return made;
    }));
    const seen = Math.min(state.shown, rows.length);
    $("stand").textContent =
      `${number.format(seen)} van ${number.format(rows.length)} organisaties te zien.`;
    $("meer").hidden = seen === rows.length;
    for (const head of document.querySelectorAll("th[data-orde]")) {
      const own = head.dataset.orde === state.sort;
      head.setAttribute("aria-sort", own ? (state.down ? "descending" : "ascending") : "none");
    }
    const jaar = chosen("jaar");
    for (const row of document.querySelectorAll("tr[data-jaar]")) {
      row.hidden = jaar >= 0 && row.dataset.jaar !== String(data.jaren[jaar]);
    }
  }

  function look() {
    const sought = folded($("zoek").value.trim());
    const found = data.aandacht.filter((one) => folded(one.join(" ")).includes(sought));
    $("nakijken").replaceChildren(...found.slice(0, state.looked).map((one) => {
      const made = make("tr");
      for (const text of one) made.append(make("td", text));
      return made;
    }));
    const seen = Math.min(state.looked, found.length);
    $("nakijkstand").textContent = `${number.format(seen)} van ${number.format(found.length)} te zien.`;
    $("nakijkmeer").hidden = seen === found.length;
  }

  let waiting = 0;
  const again = () => {
    state.shown = state.looked = page;
    clearTimeout(waiting);
    waiting = setTimeout(() => { show(); look(); }, 80);
  };
  $("filters").addEventListener("input", again);
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("meer").addEventListener("click", () => { state.shown += page; show(); });
  $("nakijkmeer").addEventListener("click", () => { state.looked += page; look(); });
  for (const head of document.querySelectorAll("th[data-orde] button")) {
    head.addEventListener("click", () => {
      const name = head.parentElement.dataset.orde;
      state.down = state.sort === name ? !state.down : name !== "naam";
      state.sort = name;
      show();
    });
  }
  $("filters").hidden = false;
  document.body.classList.add("levend");
  show();
  look();
})();
