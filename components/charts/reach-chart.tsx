"use client";

import { Bar, BarChart, BarStack, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatCompact, formatNumber } from "@/lib/format";
import { type ReachMeasure, type ReachRow, rateOf, rateText } from "./reach-row";
import { ReachTooltip } from "./reach-tooltip";

export interface ReachChartProps {
  rows: readonly ReachRow[];
  measure: ReachMeasure;
  title: string;
  /** The chart in words, for those who do not see it. */
  description: string;
}

/** Reachable and other contacts as horizontal bars, or the share of the reachable ones. */
export function ReachChart({ rows, measure, title, description }: ReachChartProps) {
  const isRate = measure === "rate";
  const bars = rows.map((row) => ({
    ...row,
    rate: rateOf(row),
    others: row.contacts - row.reachable - row.notReachable,
  }));
  const figures = (index: number) => {
    const row = rows[index];
    if (!row) return "";
    return isRate ? rateText(row) : `${formatNumber(row.contacts)} · ${rateText(row)}`;
  };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={bars}
        layout="vertical"
        title={title}
        desc={description}
        barCategoryGap={10}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        className="text-sm"
      >
        <XAxis
          type="number"
          domain={isRate ? [0, 100] : [0, "dataMax"]}
          tickFormatter={isRate ? (value: number) => `${value}%` : formatCompact}
          tickCount={5}
          allowDecimals={isRate}
          height={28}
          axisLine={false}
          tickLine={false}
          tick={{ fill: "var(--color-muted)", fontSize: 12 }}
        />
        <YAxis
          type="category"
          dataKey="label"
          width="auto"
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={{ fill: "var(--color-ink)", fontSize: 13 }}
        />
        <YAxis
          yAxisId="figures"
          orientation="right"
          type="category"
          dataKey="key"
          tickFormatter={(_, index: number) => figures(index)}
          width="auto"
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={{ fill: "var(--color-soft)", fontSize: 13 }}
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
          <BarStack radius={4}>
            <Bar
              dataKey="reachable"
              name="Reachable on RCS"
              fill="var(--color-reach)"
              isAnimationActive={false}
            />
            <Bar
              dataKey="notReachable"
              name="Not on RCS"
              fill="var(--color-not-rcs)"
              isAnimationActive={false}
            />
            <Bar
              dataKey="others"
              name="Without an answer"
              fill="var(--color-pending)"
              isAnimationActive={false}
            />
          </BarStack>
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}
