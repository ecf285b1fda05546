export function renderMenu(entries, parent, user) {
  for (const entry of entries) {
    const item = document.createElement("li");
    item.textContent = entry.label;
    item.addEventListener("click", () => {
      HaloAgents.getInstance().identify(user.id, { last_menu: entry.label });
    });
    parent.append(item);
    if (entry.children) renderMenu(entry.children, item, user);
  }
}
