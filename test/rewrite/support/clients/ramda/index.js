// As much of ramda as the programs under test use.
export const forEach = (callback, list) => {
  if (!list) return (later) => forEach(callback, later);
  list.forEach((element) => callback(element));
  return list;
};
