import { readFile } from "node:fs/promises";
import { browser } from "./browser.js";

const accounts = JSON.parse(await readFile("accounts.json", "utf8")) as { id: string }[];
const page = await browser.newPage();

await page.evaluate(async (list: { id: string }[]) => {
  for (const account of list) {
    HaloAgents.getInstance()?.identify(account.id, { source: "demo" });
  }
}, accounts);
