// Small comforts; every page is whole without them.
(function () {
  "use strict";

  // The build puts the words of the site's language here; what is missing is said in English.
  const WORDS = {};
  function say(words, value) { return (WORDS[words] || words).replace("{1}", value); }

  var search = document.getElementById("page.search");
  document.addEventListener("keydown", function (event) {
    var isShortcut = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    var isPalette = event.key === "k" && (event.ctrlKey || event.metaKey);
    if (!search || !(isShortcut || isPalette)) return;
    var target = event.target;
    if (isShortcut && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  function addCopyButton(block) {
    var host = document.createElement("div");
    var button = document.createElement("button");
    host.className = "copy-host";
    button.type = "button";
    button.className = "copy";
    button.textContent = say("Copy");
    block.replaceWith(host);
    host.append(block, button);
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(block.textContent).then(
        function () { button.textContent = say("Copied"); },
        function () { button.textContent = say("Not allowed"); });
      setTimeout(function () { button.textContent = say("Copy"); }, 2000);
    });
  }
  if (navigator.clipboard) document.querySelectorAll("main pre").forEach(addCopyButton);

  // The reader's own clock beside UTC, where the two differ; a weekday where it is another day there.
  // A time whose zone nobody stated has no Z and stays as it is.
  var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.querySelectorAll("time.local, .event-time time").forEach(function (time) {
    var date = new Date(time.dateTime);
    if (isNaN(date) || time.dateTime.slice(-1) !== "Z" || date.getTimezoneOffset() === 0) return;
    var here = document.createElement("span");
    var format = { hour: "2-digit", minute: "2-digit" };
    if (date.getDate() !== date.getUTCDate()) format.weekday = "short";
    here.className = "local-time";
    here.textContent = say("{1} here", date.toLocaleString([], format));
    here.title = zone;
    time.after(here);
  });

  // A section that was folded away opens when a link or a print leads to it.
  function openAround(node) {
    for (; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  }
  function openTarget() {
    if (location.hash) openAround(document.getElementById(decodeURIComponent(location.hash.slice(1))));
  }
  addEventListener("hashchange", openTarget);
  openTarget();
})();
