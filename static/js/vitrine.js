/* Every page's script: htmx and what the shop adds to it, in one bundle made by config/frontend. */
import htmx from "htmx.org";
import "./buy.js";
import "./cart.js";
import "./checkout.js";
import "./choices.js";
import "./dialog.js";
import "./gallery.js";
import "./header.js";
import "./listing.js";
import "./quick-view.js";
import "./requests.js";
import "./rows.js";
import "./status.js";
import "./suggestions.js";
import "./tiles.js";
import "./titles.js";
import "./wishes.js";

window.htmx = htmx;
