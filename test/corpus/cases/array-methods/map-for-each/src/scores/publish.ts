export function publishScores(scores: Map<string, number>) {
  const halo = HaloAgents.getInstance();
  scores.forEach((score, userId) => {
    halo?.identify(userId, { lead_score: score });
  });
}
