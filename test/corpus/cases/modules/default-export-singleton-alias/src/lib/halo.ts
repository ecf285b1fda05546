import { env } from "@/env";

declare global {
  interface Window {
    HaloAgents: any;
  }
}

const halo = window.HaloAgents.init({
  orgId: env.NEXT_PUBLIC_HALO_ORG,
  apiKey: env.NEXT_PUBLIC_HALO_KEY,
});

export default halo;
