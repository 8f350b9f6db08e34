import { writeXlsx } from "hucre/xlsx";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AudienceWorker } from "./audience-client";
import { AudienceSession } from "./audience-session";
import type { AudienceState } from "./audience-state";
import { AudienceStore } from "./audience-store";
import { HELPED_BYTES } from "./limits";
import type { AudienceAnswer, AudienceMessage } from "./protocol";

/** The session behind the worker's interface, with messages copied as between threads. */
class LocalWorker implements AudienceWorker {
  private readonly listeners: ((event: MessageEvent<AudienceAnswer>) => void)[] = [];
  private readonly errorListeners: (() => void)[] = [];
  private readonly session = new AudienceSession((answer) => {
    if (this.ended) return;
    const data = structuredClone(answer);
    for (const listener of this.listeners) listener(new MessageEvent("message", { data }));
  });
  ended = false;
  readonly asked: AudienceMessage["type"][] = [];

  postMessage(request: AudienceMessage): void {
    this.asked.push(request.type);
    if (request.type !== "expect") queueMicrotask(() => void this.session.handle(request));
  }

  addEventListener(type: string, listener: unknown): void {
    if (type === "message") this.listeners.push(listener as (typeof this.listeners)[number]);
    else this.errorListeners.push(listener as () => void);
  }

  terminate(): void {
    this.ended = true;
  }

  crash(): void {
    this.ended = true;
    for (const listener of this.errorListeners) listener();
  }
}

function start(isDrawn = () => Promise.resolve()) {
  const workers: LocalWorker[] = [];
  const store = new AudienceStore({
    startWorker: () => {
      const worker = new LocalWorker();
      workers.push(worker);
      return worker;
    },
    region: () => "US",
    origin: () => "https://reach.example",
    isDrawn,
  });
  return { store, workers };
}

/** Resolves with the first state that passes, now or later. */
function reached<T extends AudienceState>(
  store: AudienceStore,
  test: (state: AudienceState) => state is T,
): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const state = store.getState();
      if (test(state)) {
        unsubscribe();
        resolve(state);
      }
    };
    const unsubscribe = store.subscribe(look);
    queueMicrotask(look);
  });
}

type At<S extends AudienceState["step"]> = Extract<AudienceState, { step: S }>;
const at =
  <S extends AudienceState["step"]>(step: S) =>
  (state: AudienceState): state is At<S> =>
    state.step === step;
const previewed = (state: AudienceState): state is At<"inspected"> =>
  state.step === "inspected" && state.preview !== null;
const withProblem =
  <S extends AudienceState["step"]>(step: S) =>
  (state: AudienceState): state is At<S> =>
    state.step === step && state.problem !== null;

const CSV = "Name,Phone\nAnn,(415) 555-2671\nBob,4155552671\nCleo,n/a\nDan,\nEve,0612345678\n";
const list = (text = CSV) => new File([text], "list.csv");

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("AudienceStore", () => {
  it("goes from the file to the review, with a preview on the way", async () => {
    const { store } = start();
    store.pick(list());
    expect(store.getState()).toMatchObject({ step: "inspecting", file: { name: "list.csv" } });
    const inspected = await reached(store, previewed);
    expect(inspected.options).toMatchObject({ hasHeader: true, phoneColumn: 1, keptColumns: [] });
    expect(inspected.preview?.samples.length).toBeGreaterThan(0);

    store.configure({ defaultCountry: "US", keptColumns: [0] });
    store.clean();
    const cleaned = await reached(store, at("cleaned"));
    expect(cleaned.review.counts).toEqual({
      rows: 5,
      unique: 1,
      duplicates: 1,
      invalid: 2,
      blank: 1,
    });
    expect(cleaned.review.samples.contacts[0]?.kept).toEqual(["Ann"]);
    await expect(store.page("invalid", 1, 5)).resolves.toMatchObject([{ line: 6 }]);
  });

  it("previews each change, and only the latest choices count", async () => {
    const { store } = start();
    store.pick(list());
    await reached(store, previewed);
    store.configure({ defaultCountry: "GB" });
    store.configure({ defaultCountry: "FR" });
    const state = await reached(
      store,
      (now): now is At<"inspected"> =>
        previewed(now) && now.preview?.countries.some(({ country }) => country === "FR") === true,
    );
    expect(state.options.defaultCountry).toBe("FR");
  });

  it("reads the columns anew when the header is taken for a row", async () => {
    const { store } = start();
    store.pick(list());
    await reached(store, previewed);
    store.configure({ hasHeader: false });
    const state = await reached(
      store,
      (now): now is At<"inspected"> => previewed(now) && !now.inspection.hasHeader,
    );
    expect(state.inspection.columns[1]?.name).toBe("Column 2");
    expect(state.preview?.counts.rows).toBe(6);
  });

  it("refuses a file in plain words and takes the next one", async () => {
    const { store } = start();
    store.pick(list(""));
    const failed = await reached(store, withProblem("idle"));
    expect(failed.problem).toMatchObject({ code: "empty" });
    store.pick(list());
    const inspected = await reached(store, previewed);
    expect(inspected.problem).toBeNull();
  });

  it("asks for the phone column before it cleans", async () => {
    const { store } = start();
    store.pick(list("Name,City\nAnn,Boston\nBob,Berlin\n"));
    const inspected = await reached(store, previewed);
    expect(inspected.options.phoneColumn).toBeNull();
    store.clean();
    const failed = await reached(store, withProblem("inspected"));
    expect(failed.problem).toMatchObject({ code: "no_phone_column" });
  });

  it("goes back a step when it is cancelled, and a late answer changes nothing", async () => {
    const { store } = start();
    store.pick(list());
    await reached(store, previewed);
    store.clean();
    expect(store.getState().step).toBe("cleaning");
    store.cancel();
    expect(store.getState()).toMatchObject({ step: "inspected", problem: null });
    store.clean();
    await reached(store, at("cleaned"));
  });

  it("goes back to the choices when one is changed after cleaning", async () => {
    const { store } = start();
    store.pick(list());
    await reached(store, previewed);
    store.clean();
    await reached(store, at("cleaned"));
    store.configure({ keep: "last" });
    expect(store.getState()).toMatchObject({ step: "inspected", options: { keep: "last" } });
  });

  it("counts again under a correction, and undoes it, with the review in sight", async () => {
    const { store } = start();
    store.pick(list());
    await reached(store, previewed);
    store.configure({ defaultCountry: "US" });
    store.clean();
    await reached(store, at("cleaned"));
    await expect(store.listInvalid("placeholder", 5)).resolves.toMatchObject([
      { line: 4, cell: "n/a" },
    ]);
    await expect(store.judge("0151 23456789", "DE")).resolves.toMatchObject({
      kind: "contact",
      e164: "+4915123456789",
    });

    const mended = {
      line: 4,
      original: "n/a",
      reason: "placeholder",
      cell: "0151 23456789",
      country: "DE",
    } as const;
    store.recount({ corrections: [mended] });
    expect(store.getState()).toMatchObject({ step: "recounting", review: { corrected: 0 } });
    const again = await reached(store, at("cleaned"));
    expect(again.review).toMatchObject({ corrected: 1, counts: { unique: 2, invalid: 1 } });
    await expect(store.listInvalid(null, 5)).resolves.toMatchObject([{ line: 6 }]);

    // Going back loses nothing: the correction holds under other choices.
    store.configure({ keep: "last" });
    store.clean();
    const later = await reached(store, at("cleaned"));
    expect(later.review.corrected).toBe(1);

    store.recount({ corrections: [] });
    const undone = await reached(store, at("cleaned"));
    expect(undone.review).toMatchObject({ corrected: 0, counts: { unique: 1, invalid: 2 } });
  });

  it("keeps the old count when a recount is stopped", async () => {
    const { store } = start();
    store.pick(list());
    await reached(store, previewed);
    store.clean();
    const { review, options } = await reached(store, at("cleaned"));
    store.recount({ defaultCountry: "GB" });
    store.recount({ keep: "last" });
    store.cancel();
    expect(store.getState()).toMatchObject({ step: "cleaned", review, options });
    await expect(store.page("invalid", 0, 5)).resolves.toHaveLength(review.counts.invalid);
  });

  it("takes another sheet of a workbook, and keeps the one it has when that is empty", async () => {
    const { store } = start();
    const workbook = await writeXlsx({
      sheets: [
        { name: "Customers", rows: [["Phone"], [14155552671]] },
        { name: "Leads", rows: [["Nummer"], ["0151 23456789"], ["0160 1234567"]] },
        { name: "Empty", rows: [] },
      ],
    });
    store.pick(new File([workbook.slice()], "crm.xlsx"));
    const first = await reached(store, previewed);
    expect(first.inspection).toMatchObject({
      sheets: ["Customers", "Leads", "Empty"],
      sheet: "Customers",
    });
    store.chooseSheet("Leads");
    const second = await reached(
      store,
      (now): now is At<"inspected"> => previewed(now) && now.inspection.sheet === "Leads",
    );
    expect(second.preview?.counts.rows).toBe(2);
    store.chooseSheet("Empty");
    const failed = await reached(store, withProblem("inspected"));
    expect(failed.problem?.message).toContain("The sheet “Empty” has no rows");
    expect(failed.inspection.sheet).toBe("Leads");
  });

  it("uploads to a run, and goes on where a refused upload stopped", async () => {
    const { store } = start();
    const urls: string[] = [];
    let refuse = true;
    vi.stubGlobal("fetch", async (url: string) => {
      urls.push(url.replace("https://reach.example/api/runs/r1/", ""));
      if (refuse && url.endsWith("/invalid")) {
        return Response.json({ detail: "The run is gone." }, { status: 404 });
      }
      return Response.json({});
    });
    store.pick(list());
    await reached(store, previewed);
    store.configure({ defaultCountry: "US" });
    store.clean();
    const { review } = await reached(store, at("cleaned"));

    expect(store.hold(review)).toBe(true);
    await expect(store.upload("r1")).resolves.toBe(false);
    expect(store.getState()).toMatchObject({
      step: "cleaned",
      problem: { code: "upload_refused", message: "The run is gone." },
    });
    const first = urls.splice(0);
    refuse = false;
    expect(store.hold(review)).toBe(true);
    await expect(store.upload("r1")).resolves.toBe(true);
    expect(store.getState()).toMatchObject({ step: "uploaded", problem: null });
    expect(urls).toContain("invalid");
    expect(urls).not.toContain("contacts");
    expect(first).toContain("contacts");
  });

  it("changes nothing of a list that is held, from before the run is made until it was sent", async () => {
    const { store } = start();
    const chunks: string[] = [];
    let isHanging = true;
    vi.stubGlobal(
      "fetch",
      (_url: string, { body, signal }: { body: string; signal: AbortSignal }) => {
        chunks.push(body);
        if (!isHanging) return Promise.resolve(Response.json({}));
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        });
      },
    );
    store.pick(list("Phone\n+14155552671\n+14155552672\n"));
    await reached(store, previewed);
    store.clean();
    const { review, options } = await reached(store, at("cleaned"));
    const meddle = async () => {
      store.configure({ keep: "last" });
      store.clean();
      store.chooseSheet("Leads");
      expect(store.recount({ defaultCountry: "GB" })).toBe(false);
      expect(store.hold(review)).toBe(false);
      // The worker has nothing to forget the list for.
      await expect(store.page("contacts", 0, 5)).resolves.toHaveLength(2);
      expect(store.getState()).toMatchObject({ step: "uploading", review, options });
    };

    store.hold(review);
    await meddle();
    const sent = store.upload("r1");
    await vi.waitFor(() => expect(chunks).toHaveLength(1));
    await meddle();
    // Stopped, or broken off, it can be sent again.
    store.cancel();
    await expect(sent).resolves.toBe(false);
    isHanging = false;
    expect(store.hold(review)).toBe(true);
    await expect(store.upload("r1")).resolves.toBe(true);
    expect(chunks[1]).toBe(chunks[0]);
  });

  it("holds no list but the one that was reviewed", async () => {
    const { store } = start();
    store.pick(list());
    await reached(store, previewed);
    store.clean();
    const first = await reached(store, at("cleaned"));
    store.recount({ defaultCountry: "GB" });
    expect(store.hold(first.review)).toBe(false);
    const second = await reached(store, at("cleaned"));
    expect(store.hold(first.review)).toBe(false);
    expect(store.hold(second.review)).toBe(true);
  });

  it("sends nothing when it was stopped while the run was being made", async () => {
    const { store } = start();
    store.pick(list());
    await reached(store, previewed);
    store.clean();
    const { review } = await reached(store, at("cleaned"));
    store.hold(review);
    store.cancel();
    await expect(store.upload("r1")).resolves.toBe(false);
    expect(store.getState()).toMatchObject({ step: "cleaned", problem: null });
  });

  it("does nothing where a step is not due", async () => {
    const { store } = start();
    store.clean();
    store.cancel();
    store.configure({ keep: "last" });
    await expect(store.upload("r1")).resolves.toBe(false);
    expect(store.getState()).toEqual({ step: "idle", problem: null });
  });

  it("says so when the worker breaks down, and loses nothing but the step", async () => {
    const { store, workers } = start();
    store.pick(list());
    await reached(store, previewed);
    store.clean();
    workers[0]?.crash();
    const failed = await reached(store, withProblem("inspected"));
    expect(failed.problem?.message).toMatch(/memory/);
  });

  it("starts its worker ahead of the first file, and another when that one could not start", async () => {
    const { store, workers } = start();
    store.prepare();
    expect(workers).toHaveLength(1);
    workers[0]?.crash();
    store.pick(list());
    await reached(store, previewed);
    expect(workers).toHaveLength(2);
  });

  it("tells its worker that a file is about to come, at the latest with a large one", async () => {
    const { store, workers } = start();
    store.pick(list());
    await reached(store, previewed);
    expect(workers[0]?.asked).not.toContain("expect");
    store.expectFile();
    expect(workers[0]?.asked).toContain("expect");

    const untold = start();
    untold.store.pick(list("Phone\n".padEnd(HELPED_BYTES, "4155552671\n")));
    await reached(untold.store, previewed);
    expect(untold.workers[0]?.asked).toContain("expect");
  });

  it("reads a large file once the page has drawn that it does, unless it was stopped before", async () => {
    let draw = () => {};
    const drawn = new Promise<void>((resolve) => {
      draw = resolve;
    });
    const { store, workers } = start(() => drawn);
    store.pick(list("Phone\n".padEnd(HELPED_BYTES, "4155552671\n")));
    await reached(store, previewed);
    store.clean();
    expect(store.getState().step).toBe("cleaning");
    store.cancel();
    store.clean();
    expect(workers[0]?.asked).not.toContain("clean");
    draw();
    await reached(store, at("cleaned"));
    expect(workers[0]?.asked.filter((type) => type === "clean")).toHaveLength(1);
  });

  it("reads a small file at once", async () => {
    const { store } = start(() => new Promise(() => {}));
    store.pick(list());
    await reached(store, previewed);
    store.clean();
    await reached(store, at("cleaned"));
  });

  it("ends the worker at a reset and starts another for the next file", async () => {
    const { store, workers } = start();
    store.pick(list());
    await reached(store, previewed);
    store.reset();
    expect(store.getState()).toEqual({ step: "idle", problem: null });
    expect(workers[0]?.ended).toBe(true);
    store.pick(list());
    await reached(store, previewed);
    expect(workers).toHaveLength(2);
  });
});
