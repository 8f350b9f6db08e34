import type { Instrumentation } from "next";
import { logger } from "@/lib/logger";

/** Next tells of what a page threw; the digest is what its visitor is shown. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath }) => {
  logger.error({ err: error, route: routePath }, "a page could not be made");
};
