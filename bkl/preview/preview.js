"use strict";
// Only in the page that bkl serves, never in the report's file.
const rapport = document.currentScript.dataset.rapport;
const paneel = document.getElementById("bkl-meldingen");
const titel = document.title;

// the page itself still puts things in while it loads: the place is found back after that
addEventListener("load", () => {
  const plaats = sessionStorage.getItem("bkl-plaats");
  sessionStorage.removeItem("bkl-plaats");
  if (plaats !== null) scrollTo(0, Number(plaats));
});

function toon(html) {
  paneel.innerHTML = html; // made and escaped by bkl itself
  paneel.hidden = html === "";
  document.title = (html === "" ? "" : "✗ ") + titel;
}

const bron = new EventSource("/_bkl/stand");
bron.addEventListener("message", (bericht) => {
  const stand = JSON.parse(bericht.data);
  if (stand.rapport !== rapport) {
    bron.close();
    sessionStorage.setItem("bkl-plaats", String(scrollY));
    location.reload();
    return;
  }
  toon(stand.paneel);
});
bron.addEventListener("error", () => {
  toon("<p>bkl is gestopt. Deze pagina ververst niet meer.</p>");
});
