import { type CountryCode, isCountryCode } from "@/lib/phone/country";
import { cleanFile } from "./clean-file";
import type { CleanedAudience } from "./cleaned-audience";
import { type Head, readHead } from "./head";
import { inspectHead, proposedOptions } from "./inspect";
import { rowJudge } from "./judge-row";
import type { PieceHelpers } from "./piece-helpers";
import { isReady, previewHead } from "./preview";
import type {
  AudienceAnswer,
  AudienceRequest,
  CleanProgress,
  Inspection,
  UploadProgress,
} from "./protocol";
import { chunkSender } from "./send-chunk";
import { SentLog } from "./sent-log";
import { throttled } from "./throttled";
import { toProblem } from "./to-problem";
import { uploadAudience } from "./upload-audience";

type RequestOf<T extends AudienceRequest["type"]> = Extract<AudienceRequest, { type: T }>;
type Inspected = { file: File; head: Head; region: CountryCode | null; inspection: Inspection };

/**
 * What the worker knows between requests: one file, what cleaning made of it, and what was sent of
 * that. Knows nothing of workers: `post` takes the answers.
 */
export class AudienceSession {
  private readonly post: (answer: AudienceAnswer) => void;
  private readonly helpers: PieceHelpers | null;
  private readonly running = new Map<number, AbortController>();
  private inspected: Inspected | null = null;
  private audience: CleanedAudience | null = null;
  private sent = new SentLog();

  /** `helpers` read pieces of large files, where there are any. */
  constructor(post: (answer: AudienceAnswer) => void, helpers: PieceHelpers | null = null) {
    this.post = post;
    this.helpers = helpers;
  }

  /** Answers a request; a cancelled one with `cancelled`. Never rejects. */
  async handle(request: AudienceRequest): Promise<void> {
    if (request.type === "cancel") {
      this.running.get(request.id)?.abort();
      return;
    }
    const controller = new AbortController();
    this.running.set(request.id, controller);
    try {
      this.post(await this.answer(request, controller.signal));
    } catch (error) {
      const { id } = request;
      if (controller.signal.aborted) this.post({ type: "cancelled", id });
      else this.post({ type: "failed", id, problem: toProblem(error) });
    } finally {
      this.running.delete(request.id);
    }
  }

  private answer(
    request: Exclude<AudienceRequest, { type: "cancel" }>,
    signal: AbortSignal,
  ): Promise<AudienceAnswer> | AudienceAnswer {
    switch (request.type) {
      case "inspect":
        return this.inspect(request, signal);
      case "preview":
        return this.preview(request);
      case "clean":
        return this.clean(request, signal);
      case "page":
        return this.page(request);
      case "listInvalid":
        return this.listInvalid(request);
      case "judge":
        return judgeCell(request);
      case "upload":
        return this.upload(request, signal);
    }
  }

  private async inspect(
    { id, file, region: wanted, sheet }: RequestOf<"inspect">,
    signal: AbortSignal,
  ): Promise<AudienceAnswer> {
    const head = await readHead(file, sheet);
    signal.throwIfAborted();
    const region = wanted && isCountryCode(wanted) ? wanted : null;
    const inspection = inspectHead(head, region);
    this.inspected = { file, head, region, inspection };
    this.audience = null;
    return { type: "inspected", id, inspection, options: proposedOptions(inspection) };
  }

  private preview({ id, options }: RequestOf<"preview">): AudienceAnswer {
    const inspected = known(this.inspected);
    const { head, region } = inspected;
    // The choices change, so what was cleaned under the old ones is of no use.
    this.audience = null;
    if (inspected.inspection.hasHeader !== options.hasHeader) {
      inspected.inspection = inspectHead(head, region, options.hasHeader);
    }
    const preview = previewHead(head.records, options);
    return { type: "previewed", id, inspection: inspected.inspection, preview };
  }

  private async clean(
    { id, options }: RequestOf<"clean">,
    signal: AbortSignal,
  ): Promise<AudienceAnswer> {
    const { file, head } = known(this.inspected);
    if (!isReady(options)) return noPhoneColumn(id);
    const onProgress = throttled<CleanProgress>((progress) =>
      this.post({ type: "cleanProgress", id, progress }),
    );
    const pieces = this.helpers?.reader;
    const { audience, review } = await cleanFile(file, head, options, {
      signal,
      onProgress,
      pieces,
    });
    signal.throwIfAborted();
    this.audience = audience;
    this.sent = new SentLog();
    return { type: "cleaned", id, review };
  }

  private page({ id, kind, offset, limit }: RequestOf<"page">): AudienceAnswer {
    return { type: "page", id, rows: known(this.audience).page(kind, offset, limit) };
  }

  private listInvalid({ id, reason, limit }: RequestOf<"listInvalid">): AudienceAnswer {
    const rows = known(this.audience).listInvalid(reason, limit);
    return { type: "listInvalid", id, rows };
  }

  private async upload(
    { id, origin, runId, alreadySent }: RequestOf<"upload">,
    signal: AbortSignal,
  ): Promise<AudienceAnswer> {
    const { sent } = this;
    await uploadAudience(known(this.audience), {
      send: chunkSender(origin, runId),
      signal,
      alreadySent: sent.of(runId, alreadySent),
      onSent: (kind, index) => sent.add(runId, kind, index),
      onProgress: throttled<UploadProgress>((progress) =>
        this.post({ type: "uploadProgress", id, progress }),
      ),
    });
    return { type: "uploaded", id };
  }
}

/** The page asks for a step before the one it builds on: a fault of the page. */
function known<T>(value: T | null): T {
  if (value === null) throw new Error("This step needs the one before it.");
  return value;
}

function judgeCell({ id, cell, country, excludedTypes }: RequestOf<"judge">): AudienceAnswer {
  const judge = rowJudge({
    phoneColumn: 0,
    countryColumn: null,
    defaultCountry: country,
    excludedTypes,
  });
  return { type: "judged", id, verdict: judge([cell]) };
}

function noPhoneColumn(id: number): AudienceAnswer {
  const message = "Choose the column that holds the phone numbers.";
  return { type: "failed", id, problem: { code: "no_phone_column", message } };
}
