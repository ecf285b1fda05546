import { toast } from "sonner";
import type { Row } from "./types";

export async function applySegment(rows: Row[], segment: string) {
  if (rows.length === 0) return;
  const { identifyOnHalo } = await import("../lib/halo-identify");

  try {
    for (const row of rows) {
      await identifyOnHalo(row.userId, { segment });
    }
    toast.success(`${rows.length} users moved to ${segment}`);
  } catch (error) {
    toast.error(error instanceof Error ? error.message : "Something went wrong");
  }
}
