export const db = { async *stream() {} };
