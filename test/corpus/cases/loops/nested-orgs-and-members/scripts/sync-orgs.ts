import { listMembers, listOrganizations } from "../src/orgs";

async function run() {
  for (const org of await listOrganizations()) {
    const members = await listMembers(org.id);
    for (const member of members) {
      ha.identify(member.userId, { org: org.name, role: member.role });
    }
    console.info("synced", org.slug, members.length);
  }
}

void run();
