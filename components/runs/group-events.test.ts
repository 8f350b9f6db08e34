import { describe, expect, it } from "vitest";
import type { CallView } from "@/lib/api/calls";
import { groupEvents } from "./group-events";

let made = 0;
function call(over: Partial<CallView>): CallView {
  made += 1;
  return {
    id: String(made),
    startedAt: "2026-11-21T12:00:00.000Z",
    operation: "bulk_lookup",
    numbers: 250,
    billed: 250,
    billing: "billed",
    result: "ok",
    title: "Answered",
    detail: null,
    httpStatus: 200,
    errorCode: null,
    message: null,
    milliseconds: 200,
    notes: null,
    ...over,
  };
}
const underWay = () => call({ result: null, title: "Under way", billing: "ambiguous" });
const down = () => call({ result: "upstream_failed", title: "Kaleyra or its provider failed" });
const texts = (calls: CallView[], most = 5) => groupEvents(calls, most).map(({ text }) => text);

describe("the latest events of a run", () => {
  it("are told in words, calls in a row with the same end as one", () => {
    expect(texts([underWay(), underWay(), call({}), call({}), call({}), down(), call({})])).toEqual(
      [
        "Kaleyra is being asked about 500 numbers in 2 calls.",
        "Kaleyra answered 3 calls about 750 numbers.",
        "Kaleyra or its provider failed: 1 call about 250 numbers.",
        "Kaleyra answered 1 call about 250 numbers.",
      ],
    );
  });

  it("stand for themselves when something about an answer was odd", () => {
    const events = groupEvents([call({}), call({ notes: { missing: 3 } }), call({})], 5);
    expect(events.map(({ notes }) => notes)).toEqual([
      [],
      ["3 numbers missing from the answer: counted as “No answer”."],
      [],
    ]);
  });

  it("are no more than asked for, and none is cut in two", () => {
    expect(texts([call({}), down(), call({}), call({})], 2)).toEqual([
      "Kaleyra answered 1 call about 250 numbers.",
      "Kaleyra or its provider failed: 1 call about 250 numbers.",
    ]);
    expect(texts([call({}), call({}), down()], 1)).toEqual([
      "Kaleyra answered 2 calls about 500 numbers.",
    ]);
  });

  it("say all that is under way first, whatever was answered between", () => {
    expect(texts([underWay(), call({}), underWay(), call({})])).toEqual([
      "Kaleyra is being asked about 500 numbers in 2 calls.",
      "Kaleyra answered 2 calls about 500 numbers.",
    ]);
  });

  it("keep their place while they are under way", () => {
    const [first] = groupEvents([underWay()], 1);
    const [later] = groupEvents([underWay(), underWay()], 1);
    expect(first?.key).toBe(later?.key);
  });
});
