import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Problem } from "../src/checks/problem.js";
import { isTestFile } from "../src/find/test-files.js";
import type { Settings } from "../src/find/settings.js";
import { projectFiles } from "../src/project/project-modules.js";
import type { SourceFile } from "../src/source/source-file.js";
import { mergeEdits, type TextEdit } from "../src/source/text-edit.js";
import { createRule, type RuleDocs } from "./create-rule.js";
import { type Context, settingsOf, sourceOf } from "./source-of.js";

/** A rule that says what a check of the engine finds. */
interface CheckRule<MessageId extends string, Options extends readonly unknown[]> {
  name: string;
  meta: Omit<TSESLint.RuleMetaData<MessageId, RuleDocs, Options>, "docs" | "defaultOptions"> & {
    docs: RuleDocs & { description: string };
  };
  defaultOptions: Options;
  /** Whether a file's text can hold a problem at all; every other file costs one scan of its text. */
  mayHold: (text: string, settings: Settings) => boolean;
  check: (source: SourceFile, settings: Settings, options: Options) => Problem<MessageId>[];
}

/** Makes a rule of a check: the check decides, the rule reports. Test files are left out unless the settings say otherwise. */
export function createCheckRule<MessageId extends string, Options extends readonly unknown[]>({
  mayHold,
  check,
  ...rule
}: CheckRule<MessageId, Options>): ReturnType<typeof createRule<Options, MessageId>> {
  return createRule<Options, MessageId>({
    ...rule,
    create(context, options) {
      const settings = settingsOf(context);
      const { text } = context.sourceCode;
      if (!mayHold(text, settings)) return {};
      return {
        "Program:exit": () => {
          const source = sourceFor(context, settings);
          if (!source || (!settings.checkTests && isTestFile(source))) return;
          for (const problem of check(source, settings, options)) report(context, problem);
        },
      };
    },
  });
}

const sources = new WeakMap<TSESTree.Program, SourceFile>();

/** The file that is linted; one for all checks, which share answers about it. */
function sourceFor(context: Context, settings: Settings): SourceFile | undefined {
  const { ast } = context.sourceCode;
  const known = sources.get(ast);
  if (known) return known;
  const source = sourceOf(context, projectFiles(context.filename, context.cwd, settings));
  if (source) sources.set(ast, source);
  return source;
}

function report<MessageId extends string>(
  context: Context & TSESLint.RuleContext<MessageId, readonly unknown[]>,
  { node, messageId, data = {}, fix, suggestions = [] }: Problem<MessageId>,
): void {
  const apply = (edits: readonly TextEdit[]) => (fixer: TSESLint.RuleFixer) => {
    const edit = mergeEdits(context.sourceCode.text, edits);
    return edit ? fixer.replaceTextRange(edit.range, edit.text) : null;
  };
  context.report({
    ...{ node, messageId, data },
    fix: fix ? apply(fix) : null,
    suggest: suggestions.map(({ edits, ...suggestion }) => ({ ...suggestion, fix: apply(edits) })),
  });
}
