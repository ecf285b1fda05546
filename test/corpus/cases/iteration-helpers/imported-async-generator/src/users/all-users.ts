import { prisma } from "../prisma.js";

export async function* allUsers(pageSize = 500) {
  let cursor: string | undefined;
  while (true) {
    const page = await prisma.user.findMany({
      take: pageSize,
      ...(cursor ? { skip: 1, cursor: { id: cursor } } : {}),
      orderBy: { id: "asc" },
    });
    yield* page;
    if (page.length < pageSize) return;
    cursor = page[page.length - 1].id;
  }
}
