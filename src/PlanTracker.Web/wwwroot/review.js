// Keys of the review, and where the eye goes when another task is chosen. Typing in a field is never taken for a key.
let page = null;

function onKey(event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const arrow = event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp");
  const letter = !typing && !event.altKey && !event.ctrlKey && !event.metaKey && ["n", "p", "a", "u"].includes(event.key);
  if (!page || !(arrow || letter)) return;
  event.preventDefault();
  if (event.key === "a") page.invokeMethodAsync("AcceptFirst");
  else if (event.key === "u") page.invokeMethodAsync("TakeBackAccepted");
  else page.invokeMethodAsync("Step", event.key === "ArrowDown" || event.key === "n");
}

export function enter(reference) {
  page = reference;
  document.addEventListener("keydown", onKey);
}

export function leave() {
  page = null;
  document.removeEventListener("keydown", onKey);
}

// The source scrolls inside its own pane; the page itself moves only when somebody stepped or chose.
export function show(focusId, moves) {
  const pane = document.getElementById("source-pane");
  const lit = pane?.querySelector("mark");
  if (lit) pane.scrollTop += lit.getBoundingClientRect().top - pane.getBoundingClientRect().top - 40;
  const line = document.querySelector(".task-line.chosen");
  if (moves && line) {
    const top = line.getBoundingClientRect().top;
    const bar = document.querySelector(".review-bar");
    const clear = 60 + (bar && getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0);
    if (top < clear || top > window.innerHeight - 200) window.scrollBy({ top: top - clear - 10 });
  }
  const target = focusId && document.getElementById(focusId);
  if (target) target.focus({ preventScroll: true });
}
