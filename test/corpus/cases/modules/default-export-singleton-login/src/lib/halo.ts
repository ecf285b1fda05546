const halo = window.HaloAgents.init({
  orgId: import.meta.env.VITE_HALO_ORG,
  apiKey: import.meta.env.VITE_HALO_KEY,
});

export default halo;
