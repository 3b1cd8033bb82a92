/* Every page's script: htmx and what the shop adds to it, in one bundle made by config/frontend. */
import htmx from "htmx.org";
import "./dialog.js";
import "./header.js";
import "./listing.js";
import "./requests.js";
import "./status.js";
import "./suggestions.js";

window.htmx = htmx;
