export async function identifyUser(user) {
  await fetch("https://crm.example.com/v1/identify", {
    method: "POST",
    body: JSON.stringify({ id: user.id, email: user.email }),
  });
}
