export async function push(users) {
  for (const user of users) {
    await fetch(`https://track.customer.io/api/v1/customers/${user.id}`, {
      method: "PUT",
      body: JSON.stringify({ email: user.email, identify: true }),
    });
  }
}
