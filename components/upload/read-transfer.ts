import { pastedFile } from "./pasted-file";

/** What was dropped or pasted: a list to read, or why it is none. */
export type Transfer = { kind: "file"; file: File } | { kind: "problem"; message: string };

/** What this needs of a DataTransfer. */
export type TransferLike = {
  files: ArrayLike<File>;
  types: readonly string[];
  getData: (type: string) => string;
};

const LINK = /^\s*(?:https?|blob|file|mailto):\S+\s*$/i;

/**
 * Reads what came by drop or paste: a file (from the disk or a mail client), or copied cells or
 * lines of text. Null for what means nothing here, such as a picture of cells without their text.
 */
export function readTransfer(transfer: TransferLike): Transfer | null {
  const { files, types } = transfer;
  if (files.length > 1) {
    return problem(`These are ${files.length} files. Take one list at a time.`);
  }
  const file = files[0];
  const text = types.includes("text/plain") ? transfer.getData("text/plain") : "";
  // Spreadsheets put a picture of the cells beside their text; the text is meant.
  const isPicture = file?.type.startsWith("image/") && text.trim() !== "";
  if (file && !isPicture) return { kind: "file", file };
  if (LINK.test(text) || (text === "" && types.includes("text/uri-list"))) {
    return problem("This is a link to a file. Save the file first, then drop it here.");
  }
  if (text.trim() !== "") return { kind: "file", file: pastedFile(text) };
  // Some mail clients announce an attachment and hand over nothing.
  if (types.includes("Files")) {
    return problem("The file did not come through. Save it first, then drop or choose it here.");
  }
  return null;
}

function problem(message: string): Transfer {
  return { kind: "problem", message };
}
