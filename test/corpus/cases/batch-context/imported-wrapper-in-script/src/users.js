export const findUser = async (id) => ({ id, plan: "team" });
