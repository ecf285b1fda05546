import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { HaloDatabase, type AutomationRow, type SeedUser, type UserRow } from "./database.js";
import { FaultQueue, type Fault, type FaultSchedule } from "./faults.js";
import { requestHandler, type RequestRecord } from "./request-handler.js";

/** How the workspace is set up. */
export interface HaloServerOptions {
  /** The publishable widget key that callers must send. */
  apiKey?: string;
  /** `null`: no Identity Secret is set up, so the update call is not available. */
  identitySecret?: string | null;
  /** Whether identify must carry a per-user token. Default false. */
  enforceIdentity?: boolean;
  /** The server's clock. */
  now?: () => Date;
}

/** A local Halo, listening. */
export interface HaloServer {
  /** The base URL, without a slash at its end. */
  url: string;
  apiKey: string;
  identitySecret: string | null;
  /** Puts users in place who are known already and were last seen long ago. */
  seedUsers: (users: readonly SeedUser[]) => Promise<void>;
  /** All users, by id. */
  users: () => Promise<UserRow[]>;
  /** Who was enrolled in which automation, oldest first. */
  automations: () => Promise<AutomationRow[]>;
  /** All requests answered or cut, oldest first. */
  requests: () => readonly RequestRecord[];
  /** Makes coming requests fail. */
  failNext: (fault: Fault, schedule?: FaultSchedule) => void;
  /** Forgets users, logs and faults; address and database stay. */
  reset: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a Halo on a free port of 127.0.0.1. It keeps the documented contract and nothing else. */
export async function startHaloServer(options: HaloServerOptions = {}): Promise<HaloServer> {
  const { apiKey = "ab_live_local", identitySecret = "ha_secret_local" } = options;
  const { enforceIdentity = false, now = () => new Date() } = options;
  const database = await HaloDatabase.open();
  const faults = new FaultQueue();
  const log: RequestRecord[] = [];
  const workspace = { apiKey, database, identitySecret, enforceIdentity, now };
  const server = createServer(requestHandler(workspace, faults, log));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    // A server that listens on a port has an address of this form.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    identitySecret,
    seedUsers: (users) => database.seed(users),
    users: () => database.users(),
    automations: () => database.automations(),
    requests: () => log,
    failNext: (fault, schedule) => faults.add(fault, schedule),
    reset: async () => {
      faults.clear();
      log.length = 0;
      await database.reset();
    },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
      await database.close();
    },
  };
}
