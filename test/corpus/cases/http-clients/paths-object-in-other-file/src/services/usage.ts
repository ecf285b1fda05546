export async function usageByUser(month: string): Promise<Map<string, number>> {
  const rows: { user_id: string; seconds: number }[] = await (
    await fetch(`${process.env.WAREHOUSE_URL}/usage?month=${month}`)
  ).json();
  return new Map(rows.map((row) => [row.user_id, row.seconds]));
}
