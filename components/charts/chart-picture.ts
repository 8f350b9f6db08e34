import {
  AXIS,
  BAR,
  chartHeight,
  columnWidths,
  FONT,
  figureOf,
  ROW,
  SCALE,
  shorten,
} from "./chart-size";
import { LEAST_WIDTH, LEGEND, partsOf } from "./reach-parts";
import { type ReachMeasure, type ReachRow, rateOf } from "./reach-row";

export interface ChartContent {
  title: string;
  /** What the figures count. */
  unit: string;
  /** Whose contacts they are. */
  source: string;
  rows: readonly ReachRow[];
  measure: ReachMeasure;
}

/** Pixels; the same on a phone as on a wide screen, so that pictures go together. */
const WIDTH = 720;
const MARGIN = 24;
const HEAD = 60;
const FOOT = 44;
/** Sharp on paper and on dense screens. */
const DENSITY = 2;

/**
 * Draws a chart as it stands on the page, in the theme that is shown. Drawn anew and not copied
 * from the page, since the content security policy lets no copy of the page be styled.
 *
 * @throws when the browser can draw no picture
 */
export async function chartPicture(content: ChartContent): Promise<Blob> {
  await document.fonts.ready;
  const { rows, measure } = content;
  const bars = chartHeight(rows.length, measure === "rate");
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * DENSITY;
  canvas.height = (MARGIN + HEAD + bars + FOOT) * DENSITY;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.scale(DENSITY, DENSITY);
  const ink = inks();
  pen.fillStyle = ink("var(--color-surface)");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = "middle";
  const write = writer(pen, ink);
  write(content.title, MARGIN, MARGIN + 10, { size: 17, weight: 600 });
  write(`${content.unit} · ${content.source}`, MARGIN, MARGIN + 34, { colour: "muted" });
  pen.save();
  pen.translate(MARGIN, MARGIN + HEAD);
  drawBars(pen, content, ink, write);
  pen.restore();
  let x = MARGIN;
  const y = MARGIN + HEAD + bars + FOOT / 2 - 6;
  for (const { label, fill } of measure === "rate" ? [] : LEGEND) {
    pen.fillStyle = ink(fill);
    box(pen, x, y - 5, 10, 10, 2);
    x += 18 + write(label, x + 18, y, { colour: "muted" }) + 20;
  }
  write("RCS Reach", WIDTH - MARGIN, y, { colour: "muted", align: "right" });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

function drawBars(
  pen: CanvasRenderingContext2D,
  { rows, measure }: ChartContent,
  ink: Ink,
  write: ReturnType<typeof writer>,
) {
  const { label, figure } = columnWidths(rows, measure);
  const room = WIDTH - 2 * MARGIN - label - figure;
  const largest = Math.max(1, ...rows.map((row) => row.contacts));
  for (const [index, row] of rows.entries()) {
    const middle = index * ROW + ROW / 2;
    const top = middle - BAR / 2;
    write(shorten(row.label), label - 8, middle, { align: "right" });
    write(figureOf(row, measure), label + room + 8, middle, { colour: "soft" });
    if (measure === "rate") {
      pen.fillStyle = ink("var(--color-pressed)");
      box(pen, label, top, room, BAR, 4);
      pen.fillStyle = ink("var(--color-reach)");
      box(pen, label, top, (rateOf(row) / 100) * room, BAR, 4);
    } else if (row.contacts > 0) {
      const whole = Math.max(LEAST_WIDTH, (row.contacts / largest) * room);
      pen.save();
      pen.beginPath();
      pen.roundRect(label, top, whole, BAR, 4);
      pen.clip();
      let x = label;
      for (const { count, fill } of partsOf(row)) {
        const width = (count / row.contacts) * whole;
        pen.fillStyle = ink(fill);
        pen.fillRect(x, top, width, BAR);
        x += width;
      }
      pen.restore();
    }
  }
  if (measure !== "rate") return;
  for (const percent of SCALE) {
    const x = label + (percent / 100) * room;
    write(`${percent}%`, x, rows.length * ROW + AXIS / 2, { colour: "muted", align: "center" });
  }
}

function box(
  pen: CanvasRenderingContext2D,
  ...[x, y, width, height, radius]: [number, number, number, number, number]
) {
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}

type Ink = (colour: string) => string;

/** Colours of the theme as a canvas understands them: a canvas knows no custom properties. */
function inks(): Ink {
  return (colour) => {
    const probe = document.createElement("span");
    probe.style.color = colour;
    document.body.append(probe);
    const seen = getComputedStyle(probe).color;
    probe.remove();
    return seen;
  };
}

interface Lettering {
  size?: number;
  weight?: number;
  colour?: "ink" | "soft" | "muted";
  align?: CanvasTextAlign;
}

/** Writes a line in the font of the page, and tells how wide it came out. */
function writer(pen: CanvasRenderingContext2D, ink: Ink) {
  const family = getComputedStyle(document.body).fontFamily;
  return (
    text: string,
    x: number,
    y: number,
    { size = FONT, weight = 400, colour = "ink", align = "left" }: Lettering = {},
  ) => {
    pen.font = `${weight} ${size}px ${family}`;
    pen.textAlign = align;
    pen.fillStyle = ink(`var(--color-${colour})`);
    pen.fillText(text, x, y);
    return pen.measureText(text).width;
  };
}
