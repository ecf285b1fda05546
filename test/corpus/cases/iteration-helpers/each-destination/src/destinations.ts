export interface Destination {
  name: string;
  identify(userId: string, traits: Record<string, unknown>): Promise<void> | void;
}

const destinations: Destination[] = [];

export function addDestination(destination: Destination) {
  destinations.push(destination);
}

export async function eachDestination(visit: (destination: Destination) => unknown) {
  await Promise.allSettled(destinations.map((destination) => visit(destination)));
}
