// What this browser keeps for the visitor; one that keeps nothing for anybody has kept nothing.
function remembered(name) {
  try { return localStorage.getItem(`fallline.${name}`); } catch { return null; }
}

// A visitor who has chosen a language has it on every page: the link to it is in all but its own.
const chosen = document.querySelector(`.language[hreflang="${remembered("language")}"]`);
if (chosen) location.replace(chosen.href + location.hash);

// The picture that is there before the page has begun is of what it opens with, and so only for who brings nothing else along.
if (location.hash || location.pathname.includes("/e/") || remembered("experiment")) document.getElementById("still").remove();
