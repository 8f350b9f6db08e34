import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expectVisibleFocus } from "./focus";
import { installations } from "./installations";
import { open } from "./open";
import { owner, signedInState } from "./owner";

for (const [number, { url }] of installations.entries()) {
  test.describe(`installation ${number + 1}`, () => {
    test.use({ baseURL: url });

    test("the first visitor makes the owner and finds the sandbox ready", async ({ page }) => {
      await open(page, "/runs");
      await expect(page).toHaveURL("/welcome");
      await expectAccessible(page);
      await expectVisibleFocus(page);
      await page.getByLabel("Name").fill(owner.name);
      await page.getByLabel("Email").fill(owner.email);
      await page.getByLabel("Password", { exact: true }).fill(owner.password);
      await page.getByRole("button", { name: /create|start|make/i }).click();
      await expect(page).toHaveURL("/");
      await expect(page.getByText("Kaleyra sandbox").first()).toBeVisible();
      await expect(page.getByRole("link", { name: "Check an audience" }).first()).toBeVisible();
      await page.context().storageState({ path: signedInState(number) });

      await open(page, "/welcome");
      await expect(page).toHaveURL("/");
      const again = await page.request.post("/api/setup", {
        data: { ...owner, email: "second@example.com" },
        headers: { Origin: new URL(page.url()).origin },
      });
      expect(again.status()).toBe(409);
    });
  });
}
