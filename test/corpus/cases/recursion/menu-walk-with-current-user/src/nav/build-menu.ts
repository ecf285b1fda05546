interface Node {
  title: string;
  path?: string;
  children: Node[];
}

export function buildMenu(nodes: Node[], depth = 0): string {
  return nodes
    .map(({ title, path, children }) => {
      const inner = children.length > 0 ? buildMenu(children, depth + 1) : "";
      return `<li class="level-${depth}"><a href="${path ?? "#"}">${title}</a>${inner}</li>`;
    })
    .join("");
}

export function mount(root: HTMLElement, nodes: Node[], user: { id: string; role: string } | null) {
  root.innerHTML = buildMenu(nodes);
  if (user) window.HaloAgents.getInstance()?.identify(user.id, { role: user.role });
}
