const fetch = require("node-fetch");

async function eachPage(path, onPage) {
  let url = `${process.env.DIRECTORY_URL}${path}`;
  while (url) {
    const response = await fetch(url, { headers: { "X-Api-Key": process.env.DIRECTORY_KEY } });
    const page = await response.json();
    await onPage(page.items, page.total);
    url = page.next;
  }
}

module.exports = { eachPage };
