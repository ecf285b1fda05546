export async function openDatabase() {
  return { users: () => [{ id: "u_1", email: "ada@example.com" }] };
}
