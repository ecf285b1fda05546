import { readFile } from "node:fs/promises";
import { chromium } from "playwright";

type Account = { id: string; email: string };

async function warm(): Promise<void> {
  const accounts: Account[] = JSON.parse(await readFile("accounts.json", "utf8"));
  const browser = await chromium.launch();
  const page = await browser.newPage();
  await page.goto("http://localhost:3000");

  await page.evaluate((list) => {
    for (const account of list) {
      const instance = window.HaloAgents.init({
        orgId: "org_1",
        apiKey: "ab_live_1",
        userId: account.id,
        userTraits: { email: account.email },
      });
      instance.destroy();
    }
  }, accounts);
  await browser.close();
}

await warm();
