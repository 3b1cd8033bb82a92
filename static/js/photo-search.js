/* Search with a photo. The server's pages work without this; with it the photo stays in the browser. */
import "./photo-search/page.js";
