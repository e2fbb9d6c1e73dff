// A page that is elsewhere now leads there, to the same paragraph: what a header of HTTP would do and a static site cannot.
"use strict";
{
  const there = document.querySelector("a[data-moved]");
  location.replace(there.getAttribute("href") + location.search + location.hash);
}
