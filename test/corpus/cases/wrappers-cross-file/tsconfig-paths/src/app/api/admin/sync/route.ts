import { NextResponse } from "next/server";
import { identifyInHalo } from "@/lib/halo";
import { prisma } from "@/lib/prisma";

export async function POST() {
  const users = await prisma.user.findMany();
  for (const user of users) {
    await identifyInHalo(user.id, { plan: user.plan });
  }
  return NextResponse.json({ synced: users.length });
}
