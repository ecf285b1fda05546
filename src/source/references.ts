import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "./source-file.js";

/** A node, and the file that it stands in. */
export interface PlacedNode<Node extends TSESTree.Node = TSESTree.Node> {
  source: SourceFile;
  node: Node;
}

/** Where a project names a function, for a host that can change several files together. A host without it changes one. */
export interface References {
  /**
   * The identifiers that stand for a function, be they calls, imports or exports, in all files of the project.
   * `undefined` where there may be one that cannot be seen, or cannot be understood.
   *
   * @param name - the identifier that declares the function, or the key of the method
   */
  of: (source: SourceFile, name: TSESTree.Node) => readonly PlacedNode[] | undefined;
  /**
   * Whether what a file exports may be called by code that does not name the file: the project loads files by names that
   * it puts together as it runs, or others install it.
   */
  mayBeLoadedUnseen: (source: SourceFile) => boolean;
  /** Whether the host may change a file. */
  mayChange: (path: string) => boolean;
}
