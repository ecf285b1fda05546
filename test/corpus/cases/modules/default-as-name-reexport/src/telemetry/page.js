export default function page(name) {
  console.debug("page", name);
}
