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
    }
  });
})();
