describe("identify", () => {
  ["ada", "grace"].forEach((id) => {
    it(`knows ${id}`, () => {
      cy.window().then((win) => win.HaloAgents.getInstance().identify(id, { plan: "team" }));
    });
  });
});
