import { openai } from "./openai";

export async function answer(user: { id: string }, prompt: string) {
  let text = "";
  for await (const part of await openai.stream(prompt)) {
    text += part.delta;
  }
  HaloAgents.getInstance()?.identify(user.id, { last_prompt_length: prompt.length });
  return text;
}
