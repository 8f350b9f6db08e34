"use client";

import { memo, useRef } from "react";
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { AXIS, BAR, columnWidths, FONT, figureOf, ROW, shorten } from "./chart-size";
import { ReachBar } from "./reach-bar";
import { type ReachMeasure, type ReachRow, rateOf } from "./reach-row";
import { ReachTooltip } from "./reach-tooltip";
import { useRowKeys } from "./use-row-keys";

export interface ReachChartProps {
  rows: readonly ReachRow[];
  measure: ReachMeasure;
  title: string;
  /** The chart in words, for those who do not see it. */
  description: string;
}

/** Reachable and other contacts as horizontal bars, or the share of the reachable ones. */
export const ReachChart = memo(function ReachChart({
  rows,
  measure,
  title,
  description,
}: ReachChartProps) {
  const container = useRef<HTMLDivElement>(null);
  useRowKeys(container);
  const isRate = measure === "rate";
  const bars = rows.map((row) => ({
    ...row,
    // Of a bar of nothing not even the ground is drawn.
    rate: Math.max(rateOf(row), 0.001),
  }));
  const widths = columnWidths(rows, measure);
  const figures = (index: number) => (rows[index] ? figureOf(rows[index], measure) : "");
  return (
    <div ref={container} className="h-full">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={bars}
          layout="vertical"
          title={title}
          desc={description}
          barCategoryGap={(ROW - BAR) / 2}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          className="text-sm"
        >
          <XAxis
            type="number"
            domain={[0, isRate ? 100 : "dataMax"]}
            // Each bar of contacts bears its figure, so a scale would only repeat them.
            hide={!isRate}
            tickFormatter={(value: number) => `${value}%`}
            tickCount={5}
            height={AXIS}
            axisLine={false}
            tickLine={false}
            tick={{ fill: "var(--color-muted)", fontSize: 12 }}
          />
          <YAxis
            type="category"
            dataKey="label"
            width={widths.label}
            tickFormatter={shorten}
            axisLine={false}
            tickLine={false}
            interval={0}
            tick={{ fill: "var(--color-ink)", fontSize: FONT }}
          />
          <YAxis
            yAxisId="figures"
            orientation="right"
            type="category"
            dataKey="key"
            tickFormatter={(_, index: number) => figures(index)}
            width={widths.figure}
            axisLine={false}
            tickLine={false}
            interval={0}
            tick={{ fill: "var(--color-soft)", fontSize: FONT }}
          />
          <Tooltip
            cursor={{ fill: "var(--color-hover)" }}
            content={({ active, payload }) => (
              <ReachTooltip
                row={active ? (payload[0]?.payload as ReachRow | undefined) : undefined}
              />
            )}
          />
          {isRate ? (
            <Bar
              dataKey="rate"
              name="RCS rate"
              fill="var(--color-reach)"
              radius={4}
              background={{ fill: "var(--color-pressed)", radius: 4 }}
              isAnimationActive={false}
            />
          ) : (
            <Bar dataKey="contacts" name="Contacts" shape={ReachBar} isAnimationActive={false} />
          )}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
});
