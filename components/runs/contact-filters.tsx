"use client";

import { Button } from "@/components/ui/button";
import { NOT_PROVIDED_WORDS } from "@/components/ui/not-provided";
import type { Choice } from "@/components/ui/options";
import { OUTCOME_ORDER, OUTCOMES } from "@/components/ui/outcomes";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import type { BreakdownView, ContactFilter } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";
import { formatNumber } from "@/lib/format";
import { countryName } from "@/lib/phone/country-name";
import { carrierStatusWords } from "./carrier-status-words";
import { countContacts } from "./count-contacts";
import { useRestedText } from "./use-rested-text";
import type { useRunParams } from "./use-run-params";

type Cells = BreakdownView["cells"];
type Field = "outcome" | "carrier" | "carrierStatus" | "country";

const ANY = "any";

export interface ContactFiltersProps {
  cells: Cells;
  state: ReturnType<typeof useRunParams>;
  /** May search by number, which tells whether it is there. */
  canSearch: boolean;
}

/** The search and the filters above the contacts. Each choice shows how many it would leave. */
export function ContactFilters({ cells, state, canSearch }: ContactFiltersProps) {
  const { params, filter, setFilter, search, clearFilter } = state;
  const [typed, setTyped] = useRestedText(search);
  const { q: _, ...withoutSearch } = filter;
  const select = (field: Field, label: string, any: string, choices: Choice[]) => (
    <Select
      label={label}
      isLabelHidden
      choices={[{ id: ANY, label: any }, ...choices]}
      value={filter[field] ?? ANY}
      onChange={(id) => setFilter({ [field]: id === ANY ? null : id })}
      className="w-44 max-sm:w-full"
    />
  );
  const choose = (field: Field, values: Iterable<string | null>, name: (v: string) => string) =>
    choicesOf(cells, withoutSearch, field, values, name);

  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:grid max-sm:grid-cols-2">
      {canSearch && (
        <SearchField
          label="Search by number: its start, or its last 4 digits or more"
          placeholder="Start or end of a number"
          value={typed ?? params.q}
          onChange={setTyped}
          maxLength={40}
          className="w-64 max-sm:col-span-2 max-sm:w-full"
        />
      )}
      {select(
        "outcome",
        "Outcome",
        "Any outcome",
        choose("outcome", OUTCOME_ORDER, (id) => OUTCOMES[id as keyof typeof OUTCOMES].label),
      )}
      {select(
        "carrier",
        "Carrier",
        "Any carrier",
        choose("carrier", valuesOf(cells, "carrier"), (id) => id),
      )}
      {select(
        "carrierStatus",
        "Carrier status",
        "Any carrier status",
        choose("carrierStatus", valuesOf(cells, "carrierStatus"), carrierStatusWords),
      )}
      {select(
        "country",
        "Country",
        "Any country",
        choose("country", valuesOf(cells, "country"), countryName),
      )}
      {Object.keys(filter).length > 0 && (
        <Button
          variant="quiet"
          onPress={() => {
            setTyped(null);
            clearFilter();
          }}
          className="max-sm:col-span-2"
        >
          Clear
        </Button>
      )}
    </div>
  );
}

function valuesOf(cells: Cells, field: Field): Set<string | null> {
  return new Set(
    cells
      .filter(
        (cell) => cell[field] !== null || cell.outcome === "rcs" || cell.outcome === "not_rcs",
      )
      .map((cell) => cell[field]),
  );
}

function choicesOf(
  cells: Cells,
  filter: ContactFilter,
  field: Field,
  values: Iterable<string | null>,
  name: (value: string) => string,
): Choice[] {
  return [...values]
    .map((value) => {
      const id = value ?? NOT_PROVIDED;
      const count = countContacts(cells, { ...filter, [field]: id }) ?? 0;
      return { id, count, label: value === null ? NOT_PROVIDED_WORDS : name(value) };
    })
    .filter(({ id, count }) => count > 0 || filter[field] === id)
    .sort((a, b) => (field === "outcome" ? 0 : b.count - a.count))
    .map(({ id, count, label }) => ({ id, label, aside: formatNumber(count) }));
}
