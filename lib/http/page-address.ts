/**
 * The header in which proxy.ts tells a page its own path and search: Next does not. It is set on
 * every request for a page, so that no visitor can bring one along.
 */
export const PAGE_ADDRESS = "x-page-address";
