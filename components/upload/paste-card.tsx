"use client";

import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FieldLabel, fieldBox, fieldColumn } from "@/components/ui/field";
import { plural } from "@/lib/format";
import { pastedFile, pastedLines } from "./pasted-file";
import { SAMPLE_SPELLINGS } from "./sample-spellings";

export interface PasteCardProps {
  text: string;
  onText: (text: string) => void;
  onFile: (file: File) => void;
}

/** A column of numbers from anywhere, without a file. */
export function PasteCard({ text, onText, onFile }: PasteCardProps) {
  const lines = pastedLines(text).filter((line) => line.trim() !== "").length;
  return (
    <form
      className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-5 shadow-xs"
      onSubmit={(event) => {
        event.preventDefault();
        if (lines > 0) onFile(pastedFile(text));
      }}
    >
      <TextField value={text} onChange={onText} className={cx(fieldColumn, "grow")}>
        <FieldLabel label="Or paste a column of numbers" />
        <TextArea
          rows={5}
          spellCheck={false}
          placeholder={SAMPLE_SPELLINGS.map(({ before }) => before).join("\n")}
          className={cx(fieldBox, "min-h-32 grow resize-none px-3 py-2 tabular-nums")}
        />
      </TextField>
      <Button type="submit" isDisabled={lines === 0} className="self-start">
        {lines === 0 ? "Use these numbers" : `Use ${plural(lines, "line")}`}
      </Button>
    </form>
  );
}
