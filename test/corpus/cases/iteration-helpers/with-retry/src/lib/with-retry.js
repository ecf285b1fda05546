const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function withRetry(operation, { attempts = 5, delay = 200 } = {}) {
  let lastError;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await operation(attempt);
    } catch (error) {
      lastError = error;
      await wait(delay * 2 ** attempt);
    }
  }
  throw lastError;
}
