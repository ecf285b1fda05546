export interface User {
  id: string;
  name: string;
  email: string | null;
  plan: "enterprise" | "free" | "pro";
  role: string | undefined;
  mrr: number | null;
  signedUpAt: Date;
  company: { name: string; seats: number };
  deletedAt: Date | null;
}

export interface UserPage {
  users: User[];
  next: string | null;
}

export const users: User[];
export const userIds: string[];
export const usersById: Record<string, User>;
export const userMap: Map<string, User>;
export const userSet: Set<User>;
export function findUsers(): Promise<User[]>;
export function findUser(id: string): Promise<User | undefined>;
export function findUserPage(cursor: string | null): Promise<UserPage>;
export function streamUsers(): AsyncGenerator<User>;
