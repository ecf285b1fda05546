import { purgeSessions } from "@/lib/sessions";

export async function GET() {
  await purgeSessions();
  return new Response(null, { status: 204 });
}
