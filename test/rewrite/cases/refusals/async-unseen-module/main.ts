const load = async (name: string): Promise<void> => {
  const module = (await import(name)) as { syncNames: () => number };
  module.syncNames();
};

await load("./names.js");
