/** Where and as whom Kaleyra is called. Base URLs carry no trailing slash. */
export interface Connection {
  /** Serves the RCS lookups, such as `https://rcs-api.na.kaleyra.io`. */
  rcsUrl: string;
  /** Serves the classic number lookup, such as `https://api.kaleyra.io`. */
  apiUrl: string;
  /** Account SID. */
  sid: string;
  apiKey: string;
  /** Milliseconds from the start of a call to the last byte of its answer; 30,000 by default. */
  deadlineMs?: number;
  /**
   * Those of the base URLs that the operator of this server set, such as a proxy of theirs: they
   * may be in a private network. Any other host has to be on the public internet.
   */
  operatorUrls?: readonly string[];
}

/** What every call accepts beside its own input. */
export interface CallOptions {
  /** Stops the call. A stopped call may have been billed: it ends as `broken_off`. */
  signal?: AbortSignal;
  /** In place of the connection's own deadline. */
  deadlineMs?: number;
}
