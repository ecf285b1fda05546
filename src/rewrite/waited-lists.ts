import type { TSESTree } from "@typescript-eslint/types";
import type { CollectSite } from "./collect-sites.js";

/** The statements that wait for lists of requests which go. */
export function waitingOf(sites: readonly CollectSite[]): TSESTree.Node[] {
  return [...new Set(sites.flatMap(({ position }) => position.pushed?.waiting ?? []))];
}

/** Whether every list of requests holds nothing but those of these sites, so that nobody needs to wait for it. */
export function areAllPushed(sites: readonly CollectSite[]): boolean {
  return sites.every(({ position: { pushed } }) => {
    const same = sites.filter(({ position }) => position.pushed?.waiting === pushed?.waiting);
    return !pushed || same.length === pushed.pushes;
  });
}
