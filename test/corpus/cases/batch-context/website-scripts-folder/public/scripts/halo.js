document.addEventListener("DOMContentLoaded", () => {
  const { id, email, plan } = JSON.parse(document.getElementById("session").textContent);
  window.HaloAgents.getInstance()?.identify(id, { email, plan });
});
