// What pages need beside the framework's own script. Works without it wherever a page is only read.
(() => {
  // Internet Explorer mode never gets here: it does not parse this file, and its sentence stands in the page.
  // A circuit that the server no longer knows cannot be resumed: what was typed is kept there, so the page is loaded anew.
  const overlay = document.getElementById("components-reconnect-modal");
  if (overlay) {
    new MutationObserver(() => {
      if (overlay.classList.contains("components-reconnect-rejected")) location.reload();
    }).observe(overlay, { attributes: true, attributeFilter: ["class"] });
  }
  // The bell stays true on a page that is left open: it is asked for once a minute, and at once when somebody comes back to the page.
  const minute = 60000;
  let asking = false;
  const ask = async () => {
    const bell = document.querySelector("[data-bell]");
    if (!bell || document.hidden || asking) return;
    asking = true;
    try {
      const answer = await fetch(bell.dataset.bell, { redirect: "error", headers: { accept: "application/json" } });
      if (answer.ok) {
        const { unread } = await answer.json();
        // Enhanced navigation may have drawn another one meanwhile.
        const count = document.querySelector("[data-bell] .count");
        if (count && (count.hidden ? 0 : Number(count.textContent)) !== unread) {
          count.textContent = unread;
          count.hidden = unread === 0;
        }
      }
    } catch { /* No network, or signed out elsewhere: the next page says so. */ }
    asking = false;
  };
  setInterval(ask, minute);
  document.addEventListener("visibilitychange", ask);
  document.addEventListener("click", event => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      const source = document.getElementById(copy.dataset.copy);
      const text = source.value ?? source.innerText;
      const done = () => { copy.dataset.done = "1"; };
      if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done);
      else { source.select?.(); document.execCommand("copy"); done(); }
    }
    if (event.target.closest("[data-print]")) window.print();
    const all = event.target.closest("[data-check-all]");
    if (all) {
      const scope = all.closest("form") ?? document;
      scope.querySelectorAll(`input[type=checkbox][name="${all.dataset.checkAll}"]`).forEach(box => { box.checked = all.checked; });
      scope.querySelectorAll("[data-check-row]").forEach(box => { box.checked = all.checked; });
    }
    const row = event.target.closest("[data-check-row]");
    if (row) row.closest("tr").querySelectorAll(`input[type=checkbox][name="${row.dataset.checkRow}"]`).forEach(box => { box.checked = row.checked; });
  });
})();
