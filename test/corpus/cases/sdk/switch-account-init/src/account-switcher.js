import { accounts } from "./state.js";

const menu = document.querySelector("#accounts");

for (const account of accounts) {
  const item = document.createElement("button");
  item.textContent = account.name;
  item.onclick = () => {
    window.HaloAgents.getInstance()?.destroy();
    window.HaloAgents.init({
      orgId: account.orgId,
      apiKey: account.haloKey,
      userId: account.userId,
    });
    menu.hidden = true;
  };
  menu.append(item);
}
