// Only browsers that know no modules run this: Internet Explorer, and Internet Explorer mode in others.
(function () {
  var note = document.createElement("p");
  note.style.cssText = "padding:12px;margin:0;background:#fff3d6;color:#000";
  note.appendChild(document.createTextNode("当前浏览器（或兼容模式）不受支持，请切换到“极速模式”，或使用 360、奇安信、Edge、Chrome 等浏览器的近四年版本。 / This browser (or compatibility mode) is not supported: please use a Chromium browser of the last four years."));
  document.body.insertBefore(note, document.body.firstChild);
})();
