import { RuleCreator } from "@typescript-eslint/utils/eslint-utils";
import { docsUrl } from "../src/find/messages.js";

/** What the documentation of a rule is made of, besides its page. */
export interface RuleDocs {
  description: string;
  /** The presets that turn the rule on; `all` has every rule. */
  presets: readonly ("recommended" | "strict")[];
}

/** Makes a rule of ours: adds the link to its page. */
export const createRule = RuleCreator<RuleDocs>(docsUrl);
