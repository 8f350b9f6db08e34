import { type APIRequestContext, expect } from "@playwright/test";
import type { LogReport } from "../sandbox/log";
import type { SettingsInput } from "../sandbox/settings";
import { own } from "./installations";

const url = own.sandboxUrl;

/** What the sandbox served and billed since its log was cleared. */
export async function sandboxLog(request: APIRequestContext): Promise<LogReport> {
  return (await request.get(`${url}/sandbox/log`)).json();
}

/** Sets how the sandbox behaves from now on, without clearing its log; the rest is as at its start. */
export async function setSandbox(
  request: APIRequestContext,
  settings: SettingsInput,
): Promise<void> {
  const answer = await request.put(`${url}/sandbox/settings`, { data: settings });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Clears the sandbox's log and sets how it behaves; what is left out is as at its start. */
export async function resetSandbox(
  request: APIRequestContext,
  settings: SettingsInput = {},
): Promise<void> {
  await setSandbox(request, settings);
  await request.delete(`${url}/sandbox/log`);
}
