// The picture that is there before the page has begun is of what it opens with, and so only for who brings nothing else along.
function brings() {
  try {
    return location.hash || location.pathname.includes("/e/") || localStorage.getItem("fallline.experiment");
  } catch {
    return false; // A browser that keeps nothing for anybody has kept nothing.
  }
}

if (brings()) {
  document.getElementById("still").remove();
}
