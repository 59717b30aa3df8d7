// What a script adds: a range brushed on the timeline, files dropped anywhere on the form, keys, copying,
// and the statement that was asked for or clicked marked and in view. Every page works without it.
(function () {
  "use strict";

  function ready(root) {
    root.querySelectorAll("svg[data-brush]:not([data-live])").forEach(brush);
    root.querySelectorAll(".brush-hint").forEach(function (hint) { hint.hidden = false; });
    root.querySelectorAll("button[data-copy]").forEach(copier);
    root.querySelectorAll("form[data-drop]").forEach(dropper);
  }

  function brush(svg) {
    var bars = Array.prototype.slice.call(svg.querySelectorAll("a.bar"));
    if (bars.length < 2) { return; }
    svg.setAttribute("data-live", "");
    var step = 100 / bars.length, from = -1, box = null, moved = false;

    function barAt(event) {
      var frame = svg.getBoundingClientRect();
      var at = Math.floor((event.clientX - frame.left) / frame.width * bars.length);
      return Math.max(0, Math.min(bars.length - 1, at));
    }
    svg.addEventListener("dragstart", function (event) { event.preventDefault(); });
    svg.addEventListener("pointerdown", function (event) {
      if (event.button !== 0) { return; }
      from = barAt(event);
      moved = false;
    });
    svg.addEventListener("pointermove", function (event) {
      if (from < 0) { return; }
      var to = barAt(event);
      if (to === from && !moved) { return; }
      if (!moved) { moved = true; svg.setPointerCapture(event.pointerId); }
      if (!box) {
        box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        box.setAttribute("class", "brush");
        box.setAttribute("y", "0");
        box.setAttribute("height", String(svg.getBoundingClientRect().height - 22));
        svg.appendChild(box);
      }
      box.setAttribute("x", Math.min(from, to) * step + "%");
      box.setAttribute("width", (Math.abs(to - from) + 1) * step + "%");
    });
    svg.addEventListener("pointerup", function (event) {
      if (from < 0) { return; }
      var to = barAt(event), first = bars[Math.min(from, to)], last = bars[Math.max(from, to)];
      from = -1;
      if (!moved) { return; }
      var goal = new URL(first.href.baseVal, location.href);
      goal.searchParams.set("from", first.getAttribute("data-first"));
      goal.searchParams.set("to", last.getAttribute("data-last"));
      location.assign(goal.href);
    });
    svg.addEventListener("pointercancel", function () { from = -1; if (box) { box.remove(); box = null; } });
    svg.addEventListener("click", function (event) { if (moved) { event.preventDefault(); moved = false; } }, true);
  }

  function copier(button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var field = document.getElementById(button.getAttribute("data-copy"));
      field.select();
      var done = function () { button.textContent = "Copied"; };
      if (navigator.clipboard) { navigator.clipboard.writeText(field.value).then(done); }
      else { document.execCommand("copy"); done(); }
    });
  }

  function dropper(form) {
    var field = form.querySelector("input[type=file]");
    form.querySelectorAll("[data-drop-hint]").forEach(function (hint) { hint.hidden = false; });
    ["dragenter", "dragover"].forEach(function (name) {
      form.addEventListener(name, function (event) { event.preventDefault(); form.classList.add("over"); });
    });
    ["dragleave", "drop"].forEach(function (name) {
      form.addEventListener(name, function () { form.classList.remove("over"); });
    });
    form.addEventListener("drop", function (event) {
      event.preventDefault();
      if (!event.dataTransfer.files.length) { return; }
      field.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    form.addEventListener("submit", function () {
      form.querySelectorAll("button").forEach(function (button) { button.disabled = true; button.textContent = "Reading…"; });
    });
  }

  document.addEventListener("click", function (event) {
    var said = event.target.closest && event.target.closest("a.said");
    if (!said) { return; }
    document.querySelectorAll(".said.now").forEach(function (one) { one.classList.remove("now"); });
    document.querySelectorAll('.said[data-said="' + said.getAttribute("data-said") + '"]').forEach(function (one) {
      if (one.classList.contains("content")) { one.classList.add("now"); }
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) { return; }
    if (event.key === "/") {
      var field = document.getElementById("q");
      if (field) { event.preventDefault(); field.focus(); field.select(); }
      return;
    }
    if (event.key !== "j" && event.key !== "k") { return; }
    var stops = Array.prototype.slice.call(document.querySelectorAll(".hit-list blockquote a, .hit-list h3 a, a.said:not([tabindex])"));
    if (!stops.length) { return; }
    var at = stops.indexOf(document.activeElement) + (event.key === "j" ? 1 : -1);
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at))].focus();
  });

  var now = !location.hash && document.querySelector(".reading .said.now");
  if (now) { now.scrollIntoView({ block: "nearest" }); }
  document.addEventListener("htmx:afterSwap", function () { ready(document); });
  ready(document);
})();
