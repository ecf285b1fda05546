// As much of lodash as the programs under test use.
const each = (list, callback) => {
  for (const [index, element] of Object.entries(list)) {
    if (callback(element, index, list) === false) break;
  }
  return list;
};

const wrap = (list) => ({
  filter: (test) => wrap(list.filter(test)),
  map: (mapper) => wrap(list.map(mapper)),
  each: (callback) => each(list, callback),
  forEach: (callback) => each(list, callback),
  value: () => list,
});

export default Object.assign(wrap, { chain: wrap, each, forEach: each });
