import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import * as v from "valibot";
import type { Launcher } from "../source/source-file.js";

const schema = v.object({ crons: v.array(v.object({ path: v.string() })) });

/** The cron of the nearest `vercel.json` that calls the route of a file; one that cannot be read counts as absent. */
export function vercelCron(path: string): Launcher | undefined {
  const folder = folderAbove(path);
  if (folder === undefined) return undefined;
  const route = routeOf(relative(folder, path).split(sep).join("/"));
  const isCalled = cronPaths(join(folder, "vercel.json")).some((cron) => cron === route);
  return isCalled
    ? { by: "vercel-cron", says: "vercel.json runs the route on a schedule" }
    : undefined;
}

function folderAbove(path: string): string | undefined {
  for (let below = path, folder = dirname(path); folder !== below; folder = dirname(folder)) {
    if (existsSync(join(folder, "vercel.json"))) return folder;
    below = folder;
  }
  return undefined;
}

/** Without their queries: `/api/daily` for `/api/daily?key=1`. */
function cronPaths(file: string): string[] {
  try {
    const content = v.safeParse(schema, JSON.parse(readFileSync(file, "utf8")));
    if (!content.success) return [];
    return content.output.crons.map(({ path }) => path.replace(/\/?([?#].*)?$/, ""));
  } catch {
    return [];
  }
}

// How frameworks on Vercel map files to addresses: the part that the pattern takes is the address.
const routeFiles = [
  // Next.js' `app/api/(internal)/daily/route.ts`, and the folder named `src` for both of its routers.
  /^(?:src\/)?app(\/.+)\/route\.[cm]?[jt]sx?$/,
  /^(?:src\/)?pages(\/.+?)(?:\/index)?\.[cm]?[jt]sx?$/,
  // Functions without a framework.
  /^(?=api\/)(.+?)(?:\/index)?\.[cm]?[jt]sx?$/,
  // SvelteKit.
  /^src\/routes(\/.+)\/\+server\.[jt]s$/,
  // Nuxt and Nitro.
  /^server(?:\/routes)?(\/.+?)(?:\/index)?(?:\.get)?\.[jt]s$/,
];

function routeOf(path: string): string | undefined {
  for (const pattern of routeFiles) {
    const address = pattern.exec(path)?.[1];
    if (address !== undefined)
      return `/${address.replaceAll(/\/?\([^/]+\)/g, "").replace(/^\//, "")}`;
  }
  return undefined;
}
