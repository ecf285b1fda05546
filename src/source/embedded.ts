const outerFile = /\.(astro|html?|markdown|mdx?|svelte|vue)$/i;

/** What ESLint calls the parts that a processor takes out of a file: `page.mdx/0_example.js`. */
const fragment = /\.\w+[\\/]\d+_[^\\/]+$/;

/** Whether a program of this path is only a part of a file, as a host names it or as ESLint names its parts. */
export function isEmbedded(path: string): boolean {
  return outerFile.test(path) || fragment.test(path);
}

/** The file that a program stands in: its path, without the part that ESLint or we name a fragment by. */
export function outerPath(path: string): string {
  return fragment.test(path) ? path.replace(/[\\/][^\\/]+$/, "") : path;
}
