for (const button of document.querySelectorAll("[data-user-id]")) {
  button.addEventListener("click", () => {
    window.HaloAgents.getInstance().identify(button.dataset.userId, { plan: button.dataset.plan });
  });
}
