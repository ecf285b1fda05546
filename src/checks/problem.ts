import type { TSESTree } from "@typescript-eslint/types";
import type { TextEdit } from "../source/text-edit.js";

/** A change that a person may choose. */
export interface Suggestion<MessageId extends string> {
  messageId: MessageId;
  data?: Readonly<Record<string, string>>;
  edits: readonly TextEdit[];
}

/** Something that a rule has to say about a file, before any host prints it. */
export interface Problem<MessageId extends string> {
  /** In the file that is looked at, whatever files the problem rests on. */
  node: TSESTree.Node;
  messageId: MessageId;
  data?: Readonly<Record<string, string>>;
  /** What mends it without a person's judgement: only where the code then does the same, but for the mistake. */
  fix?: readonly TextEdit[];
  suggestions?: readonly Suggestion<MessageId>[];
}
