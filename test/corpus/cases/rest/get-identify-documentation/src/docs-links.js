const PAGES = ["https://docs.acme.dev/api/sdk/users/identify.html", "https://docs.acme.dev/faq.html"];

export async function brokenLinks() {
  const broken = [];
  for (const page of PAGES) {
    const response = await fetch(page, { method: "HEAD" });
    if (!response.ok) broken.push(page);
  }
  return broken;
}
