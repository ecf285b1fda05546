import { readFile } from "node:fs/promises";
import type { HaloUser } from "./halo.js";

export async function loadUsers(): Promise<HaloUser[]> {
  return JSON.parse(await readFile("users.json", "utf8"));
}
