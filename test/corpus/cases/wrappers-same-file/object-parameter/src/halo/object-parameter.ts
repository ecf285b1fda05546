interface Options {
  id: string;
  traits?: Record<string, string>;
}

function announce({ id, traits = {} }: Options) {
  window.HaloAgents.getInstance().identify(id, traits);
}

export function announceMembers(members: { userId: string; role: string }[]) {
  for (const { userId, role } of members) {
    announce({ id: userId, traits: { role } });
  }
}
