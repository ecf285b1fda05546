import { Injectable } from "@nestjs/common";
import { InjectRepository } from "@nestjs/typeorm";
import { Repository } from "typeorm";
import { User } from "../users/user.entity";

@Injectable()
export class TenantsService {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  async changePlan(tenantId: string, plan: string) {
    const members = await this.users.find({ where: { tenantId } });
    for (const member of members) {
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: member.id, traits: { plan } }),
      });
    }
  }
}
