export async function openTicket(request, tickets) {
  const [requester] = await tickets.requesters(request.params.id);
  HaloAgents.getInstance().identify(requester.id, { email: requester.email });
}
