export async function pMap(list, mapper) {
  list.forEach((element, index) => setTimeout(() => mapper(element), index));
}
