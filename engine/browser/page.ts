/** The scripts of every page, all small enhancements. Larger code is loaded when a reader asks for it. */
import "./share.ts";
import "./copy-code.ts";
import "./copy-address.ts";
import "./enlarge.ts";
import "./theme.ts";
import "./saved.ts";
import "./reading.ts";
import "./search.ts";

if (document.querySelector("[data-reading-list]"))
  void import("./reading-list.ts");
if (document.querySelector("[data-script],[data-question]"))
  void import("#ads/load.ts");
