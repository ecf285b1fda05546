import type { User } from "./users.js";

export function syncBilling(user: User): Promise<{ balance: number }>;
export function recordSync(user: User): void;
