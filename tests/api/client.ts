// A client that knows only the generated types: it compiles if the schema says what the API needs.
import type { components, operations, paths } from "./schema";

type Tile = components["schemas"]["Tile"];
type Search = operations["visual_searches_create"]["responses"][201]["content"]["application/json"];
type Problem = operations["cart_lines_create"]["responses"][422]["content"]["application/problem+json"];
type Query = NonNullable<paths["/api/v1/products/"]["get"]["parameters"]["query"]>;

export const asked: Query = { colour: ["Blue", "Red"], in_stock: true, price_max: 50, limit: 10, sort: "newest" };

export function firstInStock(search: Search): string | undefined {
  const tiles: Tile[] = search.results.map((result) => result.product);
  return tiles.flatMap((tile) => tile.variants).find((variant) => variant.stock > 0)?.sku;
}

export function said(problem: Problem): string {
  return `${problem.code}: ${problem.errors.map((error) => error.field).join(", ")} ${problem.request_id}`;
}
