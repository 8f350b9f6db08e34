import { expect, test } from "vitest";
import { parseHost } from "./parse-host";
import { baseUrl, PODS, podOf } from "./pods";

test("every preset passes the rules for hosts typed by hand", () => {
  for (const { rcsHost, apiHost } of PODS) {
    expect(parseHost(rcsHost)).toEqual({ ok: true, host: rcsHost });
    expect(parseHost(apiHost)).toEqual({ ok: true, host: apiHost });
  }
});

test.each([
  ["rcs-api.in.kaleyra.io", "in"],
  ["api.eu.kaleyra.io", "eu"],
  ["api.na.kaleyra.ai", "na"],
  ["api.kaleyra.io", "na"],
])("%s belongs to the pod %s", (host, pod) => {
  expect(podOf(host)).toBe(pod);
});

test.each([
  [undefined, "https://api.in.kaleyra.io"],
  ["", "https://api.in.kaleyra.io"],
  ["http://127.0.0.1:4010/", "http://127.0.0.1:4010"],
  ["https://{pod}.proxy.example/k/{pod}", "https://in.proxy.example/k/in"],
])("the operator's %j wins: %s", (override, url) => {
  expect(baseUrl("api.in.kaleyra.io", override)).toBe(url);
});
