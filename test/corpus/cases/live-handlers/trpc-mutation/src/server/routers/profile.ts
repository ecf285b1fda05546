import { z } from "zod";
import { protectedProcedure, router } from "../trpc";

export const profileRouter = router({
  rename: protectedProcedure.input(z.object({ name: z.string() })).mutation(async ({ ctx, input }) => {
    const user = await ctx.prisma.user.update({ where: { id: ctx.session.user.id }, data: input });
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
    return user;
  }),
});
