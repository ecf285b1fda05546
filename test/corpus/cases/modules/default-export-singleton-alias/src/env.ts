export const env = {
  NEXT_PUBLIC_HALO_ORG: process.env.NEXT_PUBLIC_HALO_ORG!,
  NEXT_PUBLIC_HALO_KEY: process.env.NEXT_PUBLIC_HALO_KEY!,
};
