exports.all = async () => [{ id: "u_1", plan: "team" }];
