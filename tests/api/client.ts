// A client that knows only the generated types: it compiles if the schema says what the API needs.
import type { components, operations, paths } from "./schema";

type Tile = components["schemas"]["Tile"];
type Search = operations["visual_searches_create"]["responses"][201]["content"]["application/json"];
type Problem = operations["cart_lines_create"]["responses"][422]["content"]["application/problem+json"];
type Order = operations["orders_create"]["responses"][201]["content"]["application/json"];
type NewOrder = operations["orders_create"]["requestBody"]["content"]["application/json"];
type Key = operations["orders_create"]["parameters"]["header"];
type Tokens = operations["auth_login"]["responses"][200]["content"]["application/json"];
type Query = NonNullable<paths["/api/v1/products/"]["get"]["parameters"]["query"]>;

export const asked: Query = { colour: ["Blue", "Red"], in_stock: true, price_max: 50, limit: 10, sort: "newest" };

export function firstInStock(search: Search): string | undefined {
  const tiles: Tile[] = search.results.map((result) => result.product);
  return tiles.flatMap((tile) => tile.variants).find((variant) => variant.stock > 0)?.sku;
}

export const key: Key = { "Idempotency-Key": "5f0a1f5e-5d0c-4d0f-9a1b-6a1f1d9c7b52" };

export const order: NewOrder = {
  email: "ada@example.com",
  address: { country_code: "DE", name: "Ada Adler", city: "Berlin" },
  payment_method: "invoice",
};

export function next(placed: Order): "pay" | "wait" | "done" {
  if (placed.payment.state === "needs_confirmation") return "pay";
  return placed.state === "placed" ? "wait" : "done";
}

export function header(tokens: Tokens): string {
  return `Bearer ${tokens.access_token}`;
}

export function said(problem: Problem): string {
  return `${problem.code}: ${problem.errors.map((error) => error.field).join(", ")} ${problem.request_id}`;
}
