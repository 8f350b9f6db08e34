import pg from "pg";
import { type Installation, withInstallation } from "@/scripts/installation";
import { measureOpening, type Opening } from "./measure-opening";
import { percentile } from "./percentile";
import { atMost, count, milliseconds, type Row } from "./report";
import { storedRunOf, storeRuns } from "./stored-runs";

const CONTACTS = 1_000_000;
const ROUNDS = 7;
const MOST = 3;

/** How soon a large run's page is seen and answers, in a browser that has never been there. */
export async function benchOpening(): Promise<Row[]> {
  return withInstallation(async (at) => {
    const [run = ""] = await storeRuns(at.databaseUrl, await sandboxAccount(at.databaseUrl), [
      storedRunOf(CONTACTS),
    ]);
    const ours: Opening[] = [];
    const bare: Opening[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await opened(at, `/runs/${run}`, true));
      // Nothing but a line of text.
      bare.push(await opened(at, "/api/health", false));
    }
    const page = `the page of a finished run of ${count(CONTACTS)}, cold`;
    return [
      besideBare(`${page}: largest contentful paint`, ours, bare, ({ paint }) => paint),
      besideBare(`${page}: the first answered click`, ours, bare, ({ answer }) => answer),
    ];
  });
}

async function opened(at: Installation, path: string, hasTabs: boolean): Promise<Opening> {
  const page = await at.openPage();
  try {
    return await measureOpening(page, path, { hasTabs });
  } finally {
    await page.context().close();
  }
}

function besideBare(
  measured: string,
  ours: Opening[],
  bare: Opening[],
  read: (one: Opening) => number,
): Row {
  const [our, its] = [percentile(ours.map(read), 0.5), percentile(bare.map(read), 0.5)];
  return atMost(MOST, our / its, {
    goal: "11",
    measured,
    ours: milliseconds(our),
    beside: `a bare page of the same server: ${milliseconds(its)}`,
  });
}

async function sandboxAccount(databaseUrl: string): Promise<string> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query("SELECT id FROM accounts WHERE is_sandbox");
  await client.end();
  return rows[0].id;
}
