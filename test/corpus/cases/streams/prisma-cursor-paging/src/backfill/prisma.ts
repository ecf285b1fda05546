import { prisma } from "../prisma";

export async function backfillLocales() {
  let cursor: { id: string } | undefined;
  while (true) {
    const batch = await prisma.user.findMany({
      take: 500,
      orderBy: { id: "asc" },
      ...(cursor && { skip: 1, cursor }),
    });
    if (batch.length === 0) break;
    await Promise.all(
      batch.map((user) =>
        fetch(`${process.env.HALO_API}/api/sdk/users/identify`, {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          body: JSON.stringify({ user_id: user.id, traits: { locale: user.locale } }),
        }),
      ),
    );
    cursor = { id: batch[batch.length - 1].id };
  }
}
