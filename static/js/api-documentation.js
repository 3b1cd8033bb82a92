// Swagger UI over the shop's own schema; nothing of it is fetched from elsewhere.
import SwaggerUI from "swagger-ui-dist/swagger-ui-bundle.js";

const place = document.querySelector("#api");
SwaggerUI({ domNode: place, url: place.dataset.schema, deepLinking: true, validatorUrl: null });
