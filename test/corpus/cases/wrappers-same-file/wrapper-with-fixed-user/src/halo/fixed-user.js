const session = readSession();

function report(event) {
  HaloAgents.getInstance().identify(session.userId, { last_event: event.name });
}

export function flush(events) {
  for (const event of events) report(event);
}
